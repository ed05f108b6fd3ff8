/**
 * Mail that comes in (product.md, R21 and R26): kept as it came, then judged. An authority's reply becomes an update on its report, at
 * once or when somebody has approved it; a bounce makes the delivery wait for a better address; whatever belongs to nothing is kept for
 * the operator.
 *
 * <p>What a mail says is read in {@code reading}, how it gets here in {@code mailbox}. What an update may change is decided in
 * {@link se.fixamingata.incoming}.
 */
package se.fixamingata.incomingmail;
