/** A municipality's public page: what can be reported there, what was, and who gets it. */
package se.fixamingata.web.municipality;
