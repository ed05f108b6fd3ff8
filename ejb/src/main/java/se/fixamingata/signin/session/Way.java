package se.fixamingata.signin.session;

import java.util.Locale;

/** How somebody proved who they are. */
public enum Way {
    /** The account's own password. */
    PASSWORD,
    /** A link that went to the account's address. */
    LINK,
    /** The link of an invitation. */
    INVITATION,
    /** The employer's own sign-in (OpenID Connect), which asks for a second factor itself if it wants one. */
    OIDC;

    /** Whether the account's own second factor is asked for, when it has one. */
    public boolean asksForCode() {
        return this != OIDC;
    }

    /** In message keys and the audit trail. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
