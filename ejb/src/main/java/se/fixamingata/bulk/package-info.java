/**
 * Many at once (product.md, P14): one status and one text for thousands of reports. The work is rows: a change and its reports. Portions
 * of them are worked off in short transactions, so that it can be watched, cancelled, and gone on with by another server when one dies;
 * no report is ever half changed. What a single change means is not decided here but in {@code handling}; that a reporter gets one
 * mail about all of theirs, is.
 */
package se.fixamingata.bulk;
