/**
 * What people write about a report after it was sent: residents' comments, the authority's answers. Owns the words and their states; a
 * change of status that comes with them is the report's business, told by its history.
 */
package se.fixamingata.update;
