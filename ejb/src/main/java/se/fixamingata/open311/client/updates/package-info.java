/**
 * Residents' words on their way to the authority's own server (product.md, R23), as a queue of {@code sending}'s: nothing lost, nothing
 * twice. What cannot go there goes as a letter instead.
 *
 * <p>What we sent comes back when their updates are asked for; {@link se.fixamingata.open311.client.updates.SentUpdates} knows it again.
 */
package se.fixamingata.open311.client.updates;
