/**
 * Addresses that may not be used for reporting, commenting, subscribing or following. Only the question lives here; who blocks whom is the
 * operator's desk's business, and what is refused is said by whoever asks.
 */
package se.fixamingata.blocking;
