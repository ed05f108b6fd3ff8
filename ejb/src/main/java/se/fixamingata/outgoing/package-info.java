/**
 * Calls to machines whose addresses somebody else has typed: a municipality's sign-in provider, later its case systems.
 *
 * <p>Such an address may be a mistake or a trap, so every call is bounded in time and size, follows no redirect, is encrypted, and
 * never reaches into a private network unless the operator has named that network ({@link se.fixamingata.outgoing.OutgoingSettings}).
 * Nothing here knows what is said; and nobody calls this inside a transaction.
 */
package se.fixamingata.outgoing;
