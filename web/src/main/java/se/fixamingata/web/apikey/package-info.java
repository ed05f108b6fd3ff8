/** The keys with which an authority's systems come to our Open311 server: the administrator's page. */
package se.fixamingata.web.apikey;
