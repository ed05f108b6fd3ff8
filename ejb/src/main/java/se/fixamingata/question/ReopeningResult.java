package se.fixamingata.question;

import se.fixamingata.report.ReportStatus;
import se.fixamingata.submission.FieldProblem;

/** What came of a reporter's "it is still there". */
public sealed interface ReopeningResult {

    /** Open again since just now. */
    record Reopened() implements ReopeningResult {}

    /** It was not closed, or is no longer: somebody was faster. */
    record NotClosed(ReportStatus status) implements ReopeningResult {}

    /** The reason is missing or too long. */
    record Invalid(FieldProblem problem) implements ReopeningResult {}
}
