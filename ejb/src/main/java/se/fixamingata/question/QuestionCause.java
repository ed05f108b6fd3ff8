package se.fixamingata.question;

/** Why a reporter is asked whether it is fixed. */
public enum QuestionCause {
    /** The authority has said so, some days ago. */
    FIXED,
    /** The authority has had it for weeks, and it is still open. */
    OPEN;

    /** What the mail's row says of it. */
    long number() {
        return ordinal();
    }

    static QuestionCause of(long number) {
        return values()[(int) number];
    }
}
