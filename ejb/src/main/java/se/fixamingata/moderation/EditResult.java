package se.fixamingata.moderation;

import java.util.List;
import se.fixamingata.submission.FieldProblem;

/** What became of a moderator's change of words. */
public sealed interface EditResult {

    /** It stands there now; also when nothing was different. */
    record Done() implements EditResult {}

    /** Somebody else has changed the words since they were read; nothing was changed now. */
    record Conflict() implements EditResult {}

    /** Something must be mended first; nothing was changed. */
    record Invalid(List<FieldProblem> problems) implements EditResult {}
}
