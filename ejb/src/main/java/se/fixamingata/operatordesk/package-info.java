/**
 * What the operator of the whole service sees and does at {@code /drift}: how the country's authorities stand, accounts, the mail log,
 * deliveries, settings in force. Every use case asks for an operator first. The rules of what is done live with what it is done to
 * ({@code municipality}, {@code account}, {@code notification}, {@code delivery}); here is only who may, and the trail.
 */
package se.fixamingata.operatordesk;
