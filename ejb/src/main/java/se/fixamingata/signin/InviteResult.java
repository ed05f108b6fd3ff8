package se.fixamingata.signin;

/** What became of inviting somebody. */
public sealed interface InviteResult {

    /** The mail is on its way. */
    record Invited(long invitationId) implements InviteResult {}

    /** Works there already: change their role instead. */
    record AlreadyThere(long accountId) implements InviteResult {}

    /** No address that a mail could reach. */
    record InvalidAddress() implements InviteResult {}
}
