/**
 * Letters: templates, MIME, the one way to the mail server, and the facts of a report that every letter about it tells.
 *
 * <p>Which letter goes to whom and when is decided in {@code delivery} and {@code notification}; the texts stand in
 * {@code resources/mail}. Nothing here opens a transaction.
 */
package se.fixamingata.mail;
