package se.fixamingata.signin;

import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.SessionTokens;

/** What became of an attempt to sign in. */
public sealed interface SignInResult {

    /** Signed in. */
    record Done(long accountId, SessionTokens tokens) implements SignInResult {}

    /** So far right; the second factor is missing. The token is good for {@link SignIn#withCode} and nothing else. */
    record CodeNeeded(SecretToken step) implements SignInResult {}

    /** Wrong, or locked, or there is no such account: nobody is told which. */
    record Refused() implements SignInResult {}

    /** The step before took place too long ago. */
    record Expired() implements SignInResult {}

    /** Too many at once are being asked for their passwords. */
    record Busy() implements SignInResult {}
}
