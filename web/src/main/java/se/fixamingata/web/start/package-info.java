/** The start page: one question, and what goes on in the country. Searching itself belongs to the map page. */
package se.fixamingata.web.start;
