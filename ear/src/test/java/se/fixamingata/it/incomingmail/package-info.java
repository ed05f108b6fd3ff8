/** Answers by mail: out of a mailbox, onto a report's page, or before somebody who decides. */
package se.fixamingata.it.incomingmail;
