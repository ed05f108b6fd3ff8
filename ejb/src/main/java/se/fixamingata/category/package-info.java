/**
 * What can be reported: the standard list of categories and their groups.
 *
 * <p>Which of them an authority has chosen, and who their reports go to, is {@code municipality}'s business.
 */
package se.fixamingata.category;
