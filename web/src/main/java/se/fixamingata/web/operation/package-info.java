/** The operator's pages at {@code /drift} about authorities, accounts, mails, deliveries, messages and the service itself. */
package se.fixamingata.web.operation;
