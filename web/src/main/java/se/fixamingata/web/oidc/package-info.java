/**
 * Signing in through an authority's own provider, on the web: the way there and back ({@code /logga-in/oidc/…}), the list of providers at
 * the door, and the page {@code /handlaggning/sakerhet} on which administrators say how their staff signs in.
 *
 * <p>What a provider is believed is {@code oidc}'s in the domain; here are addresses, one cookie and words.
 */
package se.fixamingata.web.oidc;
