/**
 * An authority's reports as its staff looks for them (R17): filters, orders, pages, the map beside, saved filters, and the figures of
 * the start page.
 *
 * <p>Everything here reads, except that somebody's own saved filters are theirs to change. Hidden and private reports are included,
 * unconfirmed ones never; somebody who is limited to categories sees those alone. The whole state of an inbox is the query of its
 * address ({@link se.fixamingata.inbox.InboxAddress}), which is also what a saved filter keeps and what work on many reports starts
 * from. Queries are native and in this package alone, since which index is read decides whether it takes 10 ms or a second.
 */
package se.fixamingata.inbox;
