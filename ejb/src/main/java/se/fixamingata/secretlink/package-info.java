/**
 * Proof by possession: random tokens that leave the house in a mail, of which only the hash is kept, each for one purpose and one
 * report.
 *
 * <p>What a purpose allows is decided by the feature that issued the link, not here.
 */
package se.fixamingata.secretlink;
