/**
 * What is deleted, and when: personal data are kept no longer than they are needed (the README tells the periods).
 *
 * <p>Rules and statements only; the job that runs them by night is in the batch module. Rows go set by set, straight in the database
 * and along its foreign keys, because a deletion that loads what it deletes would be slow for nothing.
 */
package se.fixamingata.retention;
