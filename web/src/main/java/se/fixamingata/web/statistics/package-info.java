/**
 * The public pages of last night's figures, at {@code /statistik} and below: the country, a county, a municipality, a category of each,
 * municipalities beside each other, before and after a day. All that somebody chooses stands in the address; a page counts nothing itself,
 * it shows the records of {@code statistics.reading}.
 */
package se.fixamingata.web.statistics;
