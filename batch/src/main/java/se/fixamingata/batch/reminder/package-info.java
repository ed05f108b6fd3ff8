/**
 * The job {@code deadline-reminders}: on working mornings, one mail to each address of which the domain's {@code reminder} says that something is
 * late. Here is only the walking along the addresses.
 */
package se.fixamingata.batch.reminder;
