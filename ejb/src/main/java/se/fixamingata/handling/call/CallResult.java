package se.fixamingata.handling.call;

import java.util.List;
import se.fixamingata.submission.FieldProblem;

/** What came of reporting for somebody. */
public sealed interface CallResult {

    /** The report is public, or private by its category, and on its way to whoever is responsible. */
    record Reported(long reportId) implements CallResult {}

    /** Not sent, nothing lost: what has to be mended, in the order of the form. */
    record Invalid(List<FieldProblem> problems) implements CallResult {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
