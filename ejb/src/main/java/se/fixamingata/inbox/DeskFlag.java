package se.fixamingata.inbox;

import java.util.Locale;

/** Whose turn it is, beyond what the status tells. */
public enum DeskFlag {
    /** Open, and the authority has said nothing in public yet. */
    NEW,
    /** Open, nothing said in public yet, and the day for the first answer has passed. */
    UNANSWERED,
    /** A resident has said something that nobody has answered or marked as read. */
    NEWS,
    /** The reporter was asked, and still has time to answer. */
    WAITING,
    /** The reporter was asked and did not answer in time: the authority's turn again. */
    BACK,
    /** The authority's turn: the reporter was not asked, or has had the time to answer. */
    TURN,
    /** The report has not reached the authority's own system, and will not by itself. */
    UNDELIVERED;

    /** In addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
