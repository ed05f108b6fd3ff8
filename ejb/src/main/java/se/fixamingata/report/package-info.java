/**
 * The report itself: what it is, where it stands, what has happened to it, and how it is found again.
 *
 * <p>The status table and the lengths of texts live here. The way from a form to a public page is {@code submission}; who is
 * responsible is decided in {@code municipality} and {@code category}; what leaves the house is {@code delivery} and
 * {@code notification}, which observe this package's events inside the same transaction. Nothing here talks to a network.
 */
package se.fixamingata.report;
