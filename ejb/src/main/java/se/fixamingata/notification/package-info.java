/**
 * Mails to people about their reports: planned as rows in the transaction that gives cause, written when they are sent (R11, R15).
 *
 * <p>Secret links are made at sending, so that no token ever stands in the database in the clear. Leases and retries are
 * {@code sending}'s, letters and mail servers {@code mail}'s. Mail to authorities is {@code delivery}.
 */
package se.fixamingata.notification;
