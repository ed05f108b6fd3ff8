/**
 * An authority's way from "listed" to "live" (product.md, R30–R32): the checklist, the start, and back; and where reports are taken instead.
 *
 * <p>Not here: what the points lead to (categories and recipients in {@code administration}, people in {@code staff}, the way to its own
 * system in {@code integrationdesk}).
 */
package se.fixamingata.joining;
