package se.fixamingata.oidc;

import java.util.Locale;

/** Why nobody was signed in. What a person reads of it tells nothing about accounts or about other authorities. */
public enum OidcProblem {
    /** There is no such way in, or not any more. */
    OFF,
    /** The browser brought no attempt of ours, or one that began too long ago; also an answer that was used already. */
    EXPIRED,
    /** The answer belongs to another attempt or another provider. */
    FOREIGN,
    /** The person said no at the provider, or is not let in there. */
    DENIED,
    /** The provider does not answer, or too slowly, or too much. */
    UNREACHABLE,
    /** The provider refused us, or what it says cannot be read or believed. */
    PROVIDER,
    /** The provider does not vouch for an e-mail address. */
    EMAIL,
    /** Nobody with that address has a place at the authority. */
    NO_PLACE;

    /** In message keys and in the log. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
