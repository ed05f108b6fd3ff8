package se.fixamingata.submission;

/** What came of asking for the mail again, perhaps to another address. */
public sealed interface ResendResult {

    /** Another mail goes to that address. */
    record Resent(String email) implements ResendResult {}

    /** Enough mails for now; minutes until another may be asked for. */
    record TooMany(int minutes) implements ResendResult {}

    /** That is no address; nothing was changed. */
    record InvalidAddress(FieldProblem problem) implements ResendResult {}

    /** No mail is needed: the report is public. */
    record AlreadyConfirmed(long reportId) implements ResendResult {}

    /** No such draft, or it was never sent, or it has expired. */
    record NoDraft() implements ResendResult {}
}
