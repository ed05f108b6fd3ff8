/**
 * What lies where: which municipality holds a point, what a place is called, where a name or a postcode lies, and the shapes that the
 * base map is drawn from.
 *
 * <p>All of it comes from <em>reference data beside the program</em> (setting {@code fmg.geodata}, a directory), read once, immutable
 * afterwards. Without such a directory a small built-in set serves, and everything says that it is approximate. The only network
 * in here is the Nominatim client, never called inside a transaction.
 *
 * <p>Not here: drawing ({@code basemap}), who is responsible and what may be reported ({@code municipality}, {@code category}), and
 * anything about reports.
 */
package se.fixamingata.geography;
