/**
 * The way from a form to a public page: the draft that survives everything, the rules for what may be sent, the sending itself, and
 * the confirmation by the link in the mail (product.md, R7 to R11).
 *
 * <p>Everything typed is kept as typed, also when it is wrong; it is judged when it is sent. No network here: addresses in words are
 * looked up before and stored in the draft; mails are rows that {@code notification} writes in the same transaction.
 */
package se.fixamingata.submission;
