/**
 * By when reports are to be answered and solved (product.md, P13): in working days that each authority sets per category, from the day on
 * which a report was confirmed or reopened. While its reporter is asked something the clock stands still.
 *
 * <p>{@link se.fixamingata.deadline.Deadlines#settle} is the one door: every use case that changes what the dates follow from calls it before
 * its transaction ends. The stored dates are complete by themselves (the days of a pause that still lasts are in them), so that inbox,
 * statistics and reminders only compare dates.
 */
package se.fixamingata.deadline;
