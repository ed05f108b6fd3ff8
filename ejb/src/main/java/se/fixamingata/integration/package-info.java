/**
 * By which way an authority takes reports and gives its answers, whether that way is open, and what went wrong on it (product.md, R21
 * to R24, P17).
 *
 * <p>What travels on the ways is not here: letters are {@code delivery}'s and {@code incomingmail}'s, Open311 is {@code open311}'s.
 */
package se.fixamingata.integration;
