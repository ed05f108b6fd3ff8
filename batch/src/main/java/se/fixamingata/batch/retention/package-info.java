/**
 * The job {@code delete-unconfirmed-reports}: reports that nobody confirmed in time, expired drafts with their photos, and secret links that
 * ran out. The job {@code retention}: people in reports that are closed since long, accounts that nobody uses, mails that were sent. What is
 * due and how it goes is decided in the domain's {@code retention}; here is only the walking.
 */
package se.fixamingata.batch.retention;
