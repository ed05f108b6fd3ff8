/**
 * What authorities' systems tell our Open311 server: new reports, and updates of the ones that are theirs (product.md, R24).
 *
 * <p>Nothing of it happens twice. A client that heard nothing sends the same again, perhaps while the first one is still being worked on:
 * it gets the number of the first.
 */
package se.fixamingata.open311.server.posting;
