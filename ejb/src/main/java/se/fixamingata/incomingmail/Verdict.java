package se.fixamingata.incomingmail;

/**
 * What is to become of a mail.
 *
 * @param state {@link MailState#PUBLISHED} for one that nobody has to approve
 * @param reason the end of a message key, {@code mail.reason.<reason>}; null for none
 * @param authorityCode whose it is; null when nobody knows
 * @param reportId what it is about; null when nobody knows
 * @param deliveryId the letter that came back or is answered; null when it was none
 */
record Verdict(MailState state, String reason, String authorityCode, Long reportId, Long deliveryId) {

    static Verdict nobodys(MailState state, String reason) {
        return new Verdict(state, reason, null, null, null);
    }

    Verdict because(MailState other, String why) {
        return new Verdict(other, why, authorityCode, reportId, deliveryId);
    }
}
