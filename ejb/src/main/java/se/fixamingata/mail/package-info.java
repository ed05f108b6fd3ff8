/**
 * Letters: templates, MIME, and the one way to the mail server.
 *
 * <p>Knows addresses, subjects and attachments, not reports. Which mail goes to whom and when is decided in {@code delivery} and
 * {@code notification}. Nothing here opens a transaction.
 */
package se.fixamingata.mail;
