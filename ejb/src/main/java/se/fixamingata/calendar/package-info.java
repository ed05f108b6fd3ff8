/**
 * Which days people work on in Sweden. Dates only, and no database: the hour at which the clocks change does not matter here.
 *
 * <p>The days off are data ({@code sweden.tsv}): when the law changes, a line does.
 */
package se.fixamingata.calendar;
