package se.fixamingata.incomingmail;

/** What came of a decision about a mail. */
public enum MailOutcome {
    /** Its words, and perhaps its status, stand on the report's page. */
    PUBLISHED,
    /** Its words do; the status could not be given. */
    WORDS_ONLY,
    /** That stood there already. */
    NOTHING_NEW,
    /** The report is another authority's by now: the operator sees to it. */
    MOVED,
    /** Nothing will be published. */
    REFUSED,
    /** Nothing of what the sender has sent will be. */
    REFUSED_ALL,
    /** Seen to by other means. */
    HANDLED,
    /** The report's authority decides now. */
    ATTACHED,
    /** Somebody else was faster. */
    DECIDED_ALREADY,
    /** There is nothing in it to publish. */
    EMPTY,
    /** Refused is only what somebody gives a reason for. */
    NO_REASON,
    /** There is no such report. */
    NO_REPORT;

    /** In message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
