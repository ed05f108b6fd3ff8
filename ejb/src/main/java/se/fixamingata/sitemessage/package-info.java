/**
 * Messages that the service and authorities show on the public pages for a time. Read from a memory of half a minute, never by a query of
 * a page. Nothing personal belongs here, and no rule of what may be reported.
 */
package se.fixamingata.sitemessage;
