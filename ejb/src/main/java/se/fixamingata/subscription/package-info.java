/**
 * Who wants to be told, of what and how often (product.md, P8): one report, a municipality, a category in it or a circle; at once, or in a
 * mail a day or a week. One row for each address and thing, however often it is asked for. Following a report is {@code following}, what
 * subscribers of an area are told at once is {@code news}, and the mails of a day or a week are {@code digest}.
 */
package se.fixamingata.subscription;
