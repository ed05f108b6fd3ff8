/** What happened to a report, as the back office reads it: masked by what the reader may see. */
package se.fixamingata.handling.history;
