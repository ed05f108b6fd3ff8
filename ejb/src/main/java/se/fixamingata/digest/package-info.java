/**
 * The mails of a day or a week (product.md, P18): one for each address, however many things it is subscribed to, and none when nothing has
 * happened. A round covers what happened from the round before to its cut-off, so that none is told twice and none is lost when a night's
 * job did not run. Composed in portions with a handful of statements each; written out when they are sent, from what is public then.
 */
package se.fixamingata.digest;
