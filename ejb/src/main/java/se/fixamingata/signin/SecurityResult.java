package se.fixamingata.signin;

import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/** What became of a change to how an account is protected. */
public sealed interface SecurityResult {

    /**
     * Done.
     *
     * @param session the browser's new token, when it gets one
     * @param recoveryCodes new ones, to be shown once; empty when there are none
     */
    record Done(Optional<SecretToken> session, List<String> recoveryCodes) implements SecurityResult {}

    /**
     * Something has to be mended first.
     *
     * @param field {@code current}, {@code password}, {@code code}, {@code proof} or {@code renew}
     * @param key of the message
     */
    record Invalid(String field, String key) implements SecurityResult {}

    /** Too many passwords are being compared at this moment; nothing was changed, and nothing counted. */
    record Busy() implements SecurityResult {}
}
