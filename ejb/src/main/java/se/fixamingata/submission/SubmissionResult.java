package se.fixamingata.submission;

import java.util.List;

/** What came of sending a draft. */
public sealed interface SubmissionResult {

    /** The report is stored; a mail with the link goes to that address. */
    record Sent(long reportId, String email) implements SubmissionResult {}

    /** The report is there for everybody, or for its reporter and the caseworkers: whoever sent it is signed in. */
    record Published(long reportId) implements SubmissionResult {}

    /** The form came twice: the report it became the first time, and the address that gets the mail. */
    record AlreadySent(long reportId, String email) implements SubmissionResult {}

    /** Not sent, nothing lost: what has to be mended, in the order of the form. */
    record Invalid(List<FieldProblem> problems) implements SubmissionResult {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** No such draft, or it has expired. */
    record NoDraft() implements SubmissionResult {}
}
