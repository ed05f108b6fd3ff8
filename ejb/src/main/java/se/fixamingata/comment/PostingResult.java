package se.fixamingata.comment;

import java.util.List;
import se.fixamingata.submission.FieldProblem;

/** What came of sending a comment. */
public sealed interface PostingResult {

    /** Everybody who may see the report can read it; also when the form came twice. */
    record Published(long updateId) implements PostingResult {}

    /** It waits for the link in the mail that goes to that address; also when the form came twice. */
    record Waiting(long updateId, String email) implements PostingResult {

        /** Never personal data in a log. */
        @Override
        public String toString() {
            return "Waiting[" + updateId + "]";
        }
    }

    /** Not sent, nothing lost: what has to be mended, in the order of the form. */
    record Invalid(List<FieldProblem> problems) implements PostingResult {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** No such draft, or it has expired. */
    record NoDraft() implements PostingResult {}

    /** The report is gone, or no longer for that visitor. */
    record NoReport() implements PostingResult {}
}
