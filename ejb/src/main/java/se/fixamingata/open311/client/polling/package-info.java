/**
 * Asking the authorities' servers what has happened to our reports (product.md, R23): their updates in windows that overlap, or the
 * requests themselves by their numbers. Of several servers of ours one asks an endpoint at a time, and goes on where another stopped.
 *
 * <p>What is heard becomes an {@link se.fixamingata.incoming.IncomingWord}; whether it is new and what it may change is decided there.
 */
package se.fixamingata.open311.client.polling;
