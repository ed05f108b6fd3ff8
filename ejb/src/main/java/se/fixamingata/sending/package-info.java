/**
 * How rows leave the house: leases, the retry schedule, and the worker that two servers may run at once (architecture 5, R25).
 *
 * <p>A thing to send is a row first, in the transaction that makes it necessary. The worker leases due rows and commits, talks to the
 * outside with no transaction open, and writes the outcome in a new one. What is sent, and how, is the queue's business
 * ({@code delivery}, {@code notification}); nothing here knows a report or a mail.
 */
package se.fixamingata.sending;
