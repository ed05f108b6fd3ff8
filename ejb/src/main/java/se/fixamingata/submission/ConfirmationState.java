package se.fixamingata.submission;

/** Where a report stands, as far as the holder of a link from a confirmation mail is concerned. */
public sealed interface ConfirmationState {

    /**
     * The link is good and the report waits for it.
     *
     * @param open whether everybody will read it; else its reporter and the caseworkers alone
     */
    record Waiting(String title, boolean open) implements ConfirmationState {}

    /**
     * Just now the report has been confirmed.
     *
     * @param page path of its page as the reporter sees it: with a secret unless everybody sees it
     */
    record Confirmed(long reportId, String page) implements ConfirmationState {}

    /**
     * It has been confirmed before.
     *
     * @param open whether everybody may see its page
     */
    record Already(long reportId, boolean open) implements ConfirmationState {}

    /** The link was good once, but its time is over. */
    record Expired() implements ConfirmationState {}

    /** No such link: wrong, cut by a mail program, replaced after the address was corrected, or the report is deleted. */
    record Unknown() implements ConfirmationState {}
}
