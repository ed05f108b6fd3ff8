package se.fixamingata.submission;

/**
 * What the page after sending tells.
 *
 * @param reportId the number of the report; not public before it is confirmed
 * @param open whether everybody sees it then
 * @param email the address that gets the mail
 * @param confirmed whether the link has been used already
 * @param mailsLeft how many more mails may be asked for now
 */
public record SentReport(long reportId, boolean open, String email, boolean confirmed, int mailsLeft) {

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "SentReport[" + reportId + "]";
    }
}
