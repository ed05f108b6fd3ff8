package se.fixamingata.jobs.desk;

/** What became of what the operator wanted of a job; the page has words for each. */
public enum JobAnswer {
    STARTED("startad", true),
    RESTARTED("omstartad", true),
    STOPPING("stoppas", true),
    /** One of these runs already. */
    RUNNING("pagar", false),
    /** The job runs no more, or has not begun. */
    NOT_RUNNING("pagar-inte", false),
    /** There is nothing to go on with. */
    NOTHING_LEFT("inget-kvar", false),
    /** The batch runtime would not; the run says why. */
    REFUSED("gick-inte", false),
    /** No such day, or one that has not begun. */
    BAD_DAY("dag", false),
    /** No such job. */
    UNKNOWN("okant", false);

    private final String code;
    private final boolean good;

    JobAnswer(String code, boolean good) {
        this.code = code;
        this.good = good;
    }

    /** In addresses and keys of texts. */
    public String code() {
        return code;
    }

    public boolean isGood() {
        return good;
    }
}
