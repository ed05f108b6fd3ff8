package se.fixamingata.notification;

import java.util.Optional;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.shared.Language;

/**
 * One mail to be tried, apart from its row.
 *
 * @param messageId the same for every attempt, with angle brackets
 * @param link the secret link that it carries; empty when it carries none
 * @param way where the report stands on its way to the authority that the mail tells of; empty while unconfirmed
 */
record MailTask(
        NotificationKind kind,
        String recipient,
        Language language,
        String messageId,
        String link,
        ReportFacts facts,
        Optional<DeliveryView> way) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "MailTask[" + kind + "]";
    }
}
