package se.fixamingata.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.mail.Letter;
import se.fixamingata.report.Report;
import se.fixamingata.shared.Language;

/**
 * One mail to be tried, apart from its row.
 *
 * @param messageId the same for every attempt, with angle brackets
 * @param values what the template's placeholders stand for; {@code recipient} and {@code map} are added
 * @param pictured the report whose place is drawn into the mail; empty for none
 * @param pictures others that the HTML shows as {@code cid:name}
 * @param unsubscribe the address that ends the subscription by one POST (RFC 8058); empty unless it is one
 * @param replyTo where answers go; empty for the sender
 */
public record MailTask(
        NotificationKind kind,
        String recipient,
        Language language,
        String messageId,
        Map<String, Object> values,
        Optional<Report> pictured,
        List<Letter.Part> pictures,
        List<Letter.Part> attachments,
        Optional<String> unsubscribe,
        Optional<String> replyTo) {

    public MailTask {
        values = new HashMap<>(values);
        pictures = List.copyOf(pictures);
        attachments = List.copyOf(attachments);
    }

    /** A mail without attachments that is no subscription. */
    public static MailTask of(Notification notification, Map<String, Object> values, Optional<Report> pictured) {
        return new MailTask(
                notification.kind(),
                notification.recipient(),
                notification.language(),
                notification.messageId(),
                values,
                pictured,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same mail with these files. */
    public MailTask attaching(List<Letter.Part> files) {
        return new MailTask(
                kind, recipient, language, messageId, values, pictured, pictures, files, unsubscribe, replyTo);
    }

    /** The same mail with these pictures in its HTML. */
    public MailTask showing(List<Letter.Part> shown) {
        return new MailTask(
                kind, recipient, language, messageId, values, pictured, shown, attachments, unsubscribe, replyTo);
    }

    /** The same mail, which a subscription sends. */
    public MailTask endedBy(String url) {
        return new MailTask(
                kind,
                recipient,
                language,
                messageId,
                values,
                pictured,
                pictures,
                attachments,
                Optional.of(url),
                replyTo);
    }

    /** The same mail, to be answered at that address. */
    public MailTask answeredAt(String address) {
        return new MailTask(
                kind,
                recipient,
                language,
                messageId,
                values,
                pictured,
                pictures,
                attachments,
                unsubscribe,
                Optional.of(address));
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "MailTask[" + kind + "]";
    }
}
