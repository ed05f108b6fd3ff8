/** A caseworker's day with one report: over HTTP where rules are asked, in a browser where a story is lived. */
package se.fixamingata.it.handling;
