/**
 * Words: the two message bundles, and the ways in which pages and Java put values into them (times, names, statuses).
 *
 * <p>Every sentence that a person reads on a page stands in a bundle, in both languages. Mail texts live in {@code notification}.
 */
package se.fixamingata.web.text;
