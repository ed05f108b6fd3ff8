/**
 * A report's way to the authority that is to mend the fault: one row a report and authority, every attempt logged (R12, R21, R25).
 *
 * <p>Rows are written by {@link se.fixamingata.delivery.DeliveryPlanner} in the transaction that confirms the report. Who the
 * authority and its recipient are is decided in {@code municipality}; leases and retries are {@code sending}'s; what a letter is, and
 * how it reaches a mail server, is {@code mail}'s.
 */
package se.fixamingata.delivery;
