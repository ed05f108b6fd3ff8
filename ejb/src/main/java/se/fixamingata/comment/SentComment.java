package se.fixamingata.comment;

/**
 * What the page after sending tells.
 *
 * @param email the address that gets the mail; null when the person has been forgotten since
 * @param published whether it can be read already
 * @param mailsLeft how many more mails may be asked for now
 */
public record SentComment(long updateId, String email, boolean published, int mailsLeft) {

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "SentComment[" + updateId + "]";
    }
}
