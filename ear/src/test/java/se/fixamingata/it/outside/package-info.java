/**
 * Open311 with programs that we did not write: published clients against our server, a published server against our client, and a
 * validator that reads along whether what goes to and fro is what our description promises.
 */
package se.fixamingata.it.outside;
