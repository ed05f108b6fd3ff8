/**
 * Answers packed with gzip for those who take it. The server's own packing also unpacks what is sent to it, without a bound, so it is off.
 * Nothing here knows what the answers say.
 */
package se.fixamingata.web.packing;
