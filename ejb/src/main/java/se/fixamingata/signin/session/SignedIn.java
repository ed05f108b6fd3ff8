package se.fixamingata.signin.session;

import se.fixamingata.account.Caller;

/**
 * Whose request it is, and how sure that is.
 *
 * @param secondFactor whether a code was shown in this session
 * @param hasTotp whether the account has a second factor
 */
public record SignedIn(Caller caller, Way way, boolean secondFactor, boolean hasTotp) {}
