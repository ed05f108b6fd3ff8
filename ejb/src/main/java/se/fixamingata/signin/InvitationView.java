package se.fixamingata.signin;

import se.fixamingata.account.Role;

/**
 * An invitation as its page shows it.
 *
 * @param email empty when there is no such invitation
 * @param authorityCode null for an operator
 * @param role null for an operator
 * @param known whether the address has an account, which then joins
 */
public record InvitationView(InvitationState state, String email, String authorityCode, Role role, boolean known) {}
