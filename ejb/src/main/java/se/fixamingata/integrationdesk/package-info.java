/**
 * The desk from which an authority's administrator and the operator look after its connection (product.md, P17): how it stands, what
 * waits, what went wrong, a trial call, the settings, and the alarm when nothing goes through.
 *
 * <p>Everything else knows nothing of it. Keys are never read here, only whether there is one.
 */
package se.fixamingata.integrationdesk;
