/**
 * Keys with which an authority's system comes to our own Open311 server (product.md, R24): who made them, what they open, when they
 * were last used, and that they open nothing once they are revoked.
 *
 * <p>A key is shown once, when it is made; what is stored is its SHA-256. What a key's holder says about reports is not here but in
 * {@code incoming} and {@code open311}.
 */
package se.fixamingata.apikey;
