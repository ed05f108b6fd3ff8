/** Feeds of new reports, for feed readers and for other sites: Atom (RFC 4287) with the place as GeoRSS. */
package se.fixamingata.web.feed;
