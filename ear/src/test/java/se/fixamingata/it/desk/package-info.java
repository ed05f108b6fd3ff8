/**
 * The back office from outside: over HTTP and in a browser, as those who work there and as those who do not. Each test class uses
 * authorities of its own, so that none counts another's reports.
 */
package se.fixamingata.it.desk;
