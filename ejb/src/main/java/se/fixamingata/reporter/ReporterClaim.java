package se.fixamingata.reporter;

import java.util.Optional;
import se.fixamingata.account.Caller;

/**
 * What a visitor shows of being a reporter. Nothing is believed of it before {@link ReporterLinks#proves} was asked, which every use
 * case does itself, inside its transaction.
 *
 * @param token of the secret link, as it came; null for none
 * @param caller who is signed in; null for nobody
 */
public record ReporterClaim(String token, Caller caller) {

    /** The visitor came with that link, or is signed in, or both. */
    public static ReporterClaim of(String token, Optional<Caller> caller) {
        return new ReporterClaim(token, caller.orElse(null));
    }

    /** The account's number for the history and the audit trail; null for who came by the link alone. */
    public Long accountId() {
        return caller == null ? null : caller.accountId();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ReporterClaim[" + (token == null ? "" : "link ") + (caller == null ? "" : caller) + "]";
    }
}
