/**
 * The job {@code digests}: the mails of a day and, on Mondays, of a week. Who is told what is decided in the domain's {@code digest}; here is
 * only the walking along the addresses.
 */
package se.fixamingata.batch.digest;
