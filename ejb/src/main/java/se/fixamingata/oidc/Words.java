package se.fixamingata.oidc;

import com.nimbusds.jose.proc.BadJOSEException;
import se.fixamingata.outgoing.OutgoingFailed;

/** Words that come from outside and go into our log. */
final class Words {

    private static final int MOST = 40;

    private Words() {}

    /** An error's code as the standards write them, {@code access_denied}; {@code other} when it is anything else. */
    static String plain(String code) {
        return code != null && code.length() <= MOST && code.matches("[a-z_.-]+") ? code : "other";
    }

    /** What kind of failure it was, without what it was about: the library quotes what it was given. */
    static String reason(Throwable failure) {
        if (failure instanceof OutgoingFailed failed) {
            return failed.reason().code();
        }
        if (failure instanceof ProviderCalls.UnexpectedAnswer answer) {
            return "status " + answer.status();
        }
        if (failure instanceof BadJOSEException && failure.getMessage() != null) {
            String words = failure.getMessage().split("[:\\[\"]", 2)[0].strip();
            return words.length() <= MOST && words.matches("[A-Za-z ()]+") ? words : "rejected";
        }
        return failure.getClass().getSimpleName();
    }
}
