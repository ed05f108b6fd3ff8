/**
 * Watching an area: {@code /prenumerera} where it is chosen, {@code /prenumerationer/{token}} and {@code /konto/prenumerationer} where
 * everything that is sent to an address is seen and changed, and the link in the mail that asks.
 */
package se.fixamingata.web.subscription;
