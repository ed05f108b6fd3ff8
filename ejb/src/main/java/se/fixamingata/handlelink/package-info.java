/**
 * Handling by link (product.md, R22): an authority that has no account here answers from its mail. What the secret link proves, how long,
 * and who takes it away; the answering itself is {@code handling}'s.
 */
package se.fixamingata.handlelink;
