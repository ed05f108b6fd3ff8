/**
 * The one place where an authority's system says something about a report, by whatever way: our asking, its telling, its mail
 * (product.md, R21 to R24; section 8 for the words of the statuses).
 *
 * <p>The same thing said twice changes nothing; a status only goes where the table of statuses lets it, and never back because of
 * something older.
 */
package se.fixamingata.incoming;
