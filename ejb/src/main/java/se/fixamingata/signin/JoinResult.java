package se.fixamingata.signin;

import java.util.List;
import se.fixamingata.submission.FieldProblem;

/** What became of accepting an invitation. */
public sealed interface JoinResult {

    /** A new account, and signed in. */
    record Opened(SignInResult.Done done) implements JoinResult {}

    /** The account that the address had has a new place. Whoever it is signs in as usual: an invitation is no sign-in for two weeks. */
    record Joined(String email) implements JoinResult {}

    /** Something has to be mended first. */
    record Invalid(List<FieldProblem> problems) implements JoinResult {}

    /** The invitation is not waiting (any more). */
    record Over(InvitationState state) implements JoinResult {}

    /** The account has a place there already, which it got after the invitation was sent: that one stays as it is. */
    record Kept(String email) implements JoinResult {}

    /** Too many passwords are being chosen at this moment; nothing was changed. */
    record Busy() implements JoinResult {}
}
