package se.fixamingata.open311;

/** What kind of day the municipality's system has. */
public enum StandInDay {
    NORMAL,
    /** Stores what is posted, then answers 500. */
    FAILS_AFTER_STORING,
    /** Stores what is posted, then hangs up. */
    HANGS_UP_AFTER_STORING,
    /** Stores what is posted, and answers with a page for people. */
    PAGE_AFTER_STORING,
    /** 503 for everything, nothing is stored. */
    DOWN,
    /** A page for people, with 200, for everything; nothing is stored. */
    PAGE,
    /** An answer of 100 MB. */
    HUGE,
    /** An answer that comes drop by drop. */
    DRIP,
    /** Everything is somewhere else: {@link StandIn#redirectingTo}. */
    REDIRECT,
    /** A billion laughs. */
    BOMB,
    /** Errors, with 200. */
    ERROR_WITH_200,
    /** 400 for what is posted. */
    REFUSES,
    /** What is posted gets neither number nor token, just 200 and nothing. */
    BLACKBOX
}
