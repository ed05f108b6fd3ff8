/** The public pages of last night's figures, over HTTP, with one night put into the tables. */
package se.fixamingata.it.statistics;
