/**
 * What subscribers of areas are told (product.md, P8): that a report has become public there, and that one was fixed. A row is written in
 * the transaction that gives cause and takes no longer however many subscribers there are; afterwards, portion by portion and each in a
 * transaction of its own, everybody gets a mail who wants to know at once. The mails of a day or a week read the same rows ({@code digest}).
 */
package se.fixamingata.news;
