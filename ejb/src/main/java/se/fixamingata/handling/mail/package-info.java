/** What reporters and followers are told of the authority's work: planned as rows in its transaction, written when they are sent. */
package se.fixamingata.handling.mail;
