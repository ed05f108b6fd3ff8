package se.fixamingata.signin.session;

import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/**
 * What the browser gets: the only copies.
 *
 * @param session proves the session, until it is over
 * @param remember gets a new session once; empty when this browser is not to be remembered
 */
public record SessionTokens(SecretToken session, Optional<SecretToken> remember) {}
