package se.fixamingata.web.handlelink;

import java.util.List;
import se.fixamingata.handlelink.HandleAccess;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.web.problem.Problem;

/**
 * What came of an answer.
 *
 * @param conflict when somebody else was faster; else null
 * @param access when the link no longer works; else null
 */
record LinkOutcome(boolean done, List<Problem> problems, HandlingResult.Conflict conflict, HandleAccess access) {

    /** Nothing was sent. */
    static final LinkOutcome NONE = new LinkOutcome(false, List.of(), null, null);

    static final LinkOutcome DONE = new LinkOutcome(true, List.of(), null, null);

    static LinkOutcome wrong(List<Problem> problems) {
        return new LinkOutcome(false, problems, null, null);
    }

    /** The message for that field; empty when it is right. */
    String problem(String field) {
        return Problem.at(field, problems);
    }

    /** HTTP status of the page that shows it. */
    int status() {
        return conflict != null ? 409 : 422;
    }
}
