/**
 * The mailbox in which replies arrive: IMAP or POP3 through Jakarta Mail. A mail is kept in the database and committed before it is
 * deleted there; nothing is made of it here.
 */
package se.fixamingata.incomingmail.mailbox;
