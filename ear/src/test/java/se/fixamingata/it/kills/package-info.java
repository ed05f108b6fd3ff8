/** The server is killed in the middle of its deliveries, over every way to an authority, again and again; and then it is counted. */
package se.fixamingata.it.kills;
