package se.fixamingata.account;

import java.util.Locale;

/** What somebody is at an authority (product.md, P12). Each may do what the one before may, and more. */
public enum Role {
    /** Looks on: no personal data, no changes. */
    READER,
    /** Handles reports. */
    CASEWORKER,
    /** Handles reports, and decides about staff, templates and sign-in of the authority. */
    ADMINISTRATOR;

    /** In message keys and URLs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
