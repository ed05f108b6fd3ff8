/** What there is to take along, as a program meets it. */
package se.fixamingata.it.opendata;
