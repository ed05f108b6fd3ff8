package se.fixamingata.submission;

/** Where a report stands, as far as the holder of a link from a confirmation mail is concerned. */
public sealed interface ConfirmationState {

    /** The link is good and the report waits for it. */
    record Waiting(String title) implements ConfirmationState {}

    /** Just now the report has become public. */
    record Confirmed(long reportId) implements ConfirmationState {}

    /** It has been confirmed before. */
    record Already(long reportId) implements ConfirmationState {}

    /** The link was good once, but its time is over. */
    record Expired() implements ConfirmationState {}

    /** No such link: wrong, cut by a mail program, replaced after the address was corrected, or the report is deleted. */
    record Unknown() implements ConfirmationState {}
}
