/**
 * What can be reported: the standard list of categories, their groups, and which of them an authority has chosen.
 *
 * <p>Who a category's reports go to is decided in {@code municipality}.
 */
package se.fixamingata.category;
