/** Following reports, the reporter's own link, reports that are not public, and "is it fixed?": over HTTP and in a browser. */
package se.fixamingata.it.following;
