/**
 * The page {@code /bekrafta/{token}}, where the links in confirmation mails lead, whatever they confirm: a report, an update, that
 * somebody wants to follow. Each kind is a {@link se.fixamingata.web.confirmation.Confirmable} of its own feature.
 */
package se.fixamingata.web.confirmation;
