package se.fixamingata.handling;

/**
 * A PDF that goes with an answer. What it is is told by its first bytes, not by its name.
 *
 * @param fileName as the sender's device called it
 * @param pdf at most {@link #MAX_BYTES}
 */
public record NewDocument(String fileName, byte[] pdf) {

    /** 10 MB. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** An answer has no more. */
    public static final int MOST = 3;
}
