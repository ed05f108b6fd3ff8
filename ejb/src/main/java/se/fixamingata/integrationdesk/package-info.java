/**
 * The desk from which an authority's administrator and the operator look after its connection (product.md, P17): how it stands, what
 * waits, what went wrong, and the alarm when nothing goes through. Its settings are {@code settings}.
 *
 * <p>Everything else knows nothing of it. Keys are never read here, only whether there is one.
 */
package se.fixamingata.integrationdesk;
