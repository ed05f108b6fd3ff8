package se.fixamingata.question;

import se.fixamingata.submission.FieldProblem;

/** Where a link stands that asks whether it is fixed. */
public sealed interface QuestionState {

    /** There is a report to show. */
    sealed interface About extends QuestionState {

        AskedReport report();
    }

    /**
     * It can be answered.
     *
     * @param earlier what was answered before, which another answer replaces; null for nothing
     * @param just whether that was just now
     */
    record Asked(AskedReport report, Reply earlier, boolean just) implements About {}

    /**
     * There is nothing to answer any more: the report is open again, or closed in another way.
     *
     * @param just whether it was reopened just now, by this answer
     */
    record Moved(AskedReport report, boolean just) implements About {}

    /** The answer lacks its reason; nothing was changed. */
    record Incomplete(AskedReport report, FieldProblem problem) implements About {}

    /** The link was good once, but its time is over. */
    record Expired() implements QuestionState {}

    /** No such link, or the report is gone. */
    record Unknown() implements QuestionState {}
}
