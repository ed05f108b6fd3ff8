/**
 * Signing in through the employer: an authority names its OpenID Connect provider, and whoever that provider vouches for is signed in if
 * they have a place at that authority (product.md, R16). Besides, what an authority demands of its staff's sign-in.
 *
 * <p>A provider vouches for its own authority and nothing else: the session that comes of it sees only that authority, whatever other
 * places the account has. What a provider says is believed after its signature, issuer, audience, nonce and time were checked, and
 * nothing of it is stored. Every call to it goes through {@code outgoing}, and none of them inside a transaction. Sessions are
 * {@code signin}'s.
 */
package se.fixamingata.oidc;
