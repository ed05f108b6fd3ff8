/** The inbox and the start page of the back office, as their users use them. */
package se.fixamingata.it.inbox;
