/** What the one-report page of the back office shows, in a handful of queries however long the story is (R18). */
package se.fixamingata.handling.reading;
