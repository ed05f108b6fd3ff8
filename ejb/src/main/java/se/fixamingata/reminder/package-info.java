/**
 * Reminders of what an authority has left unanswered or unsolved (product.md, R28): one mail to one address on one working morning, so many
 * times, and at last one to the administrators. {@link se.fixamingata.reminder.DueReminders} is the only rule: what the job sends by it, the
 * administrators see the day before.
 */
package se.fixamingata.reminder;
