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
}
