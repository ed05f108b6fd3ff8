/**
 * Tables of figures as they are shown: a page and its files are made of the same {@link se.fixamingata.web.statistics.sheet.Sheet}s, so
 * that a file holds exactly what the page says. A figure that is not shown has no value in its
 * {@link se.fixamingata.web.statistics.sheet.Cell}. Knows no page and reads nothing.
 */
package se.fixamingata.web.statistics.sheet;
