/**
 * What an authority's administrator decides about its own reports: which categories it takes, which are private, and which address gets
 * them.
 *
 * <p>Not here: staff ({@code staff}), deadlines ({@code deadline}), answers ({@code answer}), the way to its own system
 * ({@code integrationdesk}), and what only the operator says of an authority ({@code municipality}).
 */
package se.fixamingata.administration;
