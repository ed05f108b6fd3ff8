/**
 * Comments: what residents and reporters write about a report after it was sent (product.md, R13). The draft that survives everything,
 * the rules for what may be sent, the sending, the confirmation by the link in a mail, and who is told of it.
 *
 * <p>The words themselves are {@link se.fixamingata.update.ReportUpdate}s, told of by the report's history like the authority's
 * answers. Nothing here talks to a network: mails are rows that {@code notification} sends.
 */
package se.fixamingata.comment;
