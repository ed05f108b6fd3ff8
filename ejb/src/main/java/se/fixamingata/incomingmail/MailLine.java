package se.fixamingata.incomingmail;

import java.time.Instant;
import java.util.Map;
import se.fixamingata.report.ReportStatus;

/**
 * A mail in a list.
 *
 * @param sender null when it does not say
 * @param reason the end of a message key, {@code mail.reason.<reason>}; null for none
 * @param authorityCode null while nobody knows whose it is
 * @param reportId null while nobody knows what it is about
 * @param text what would be, or was, published; null for nothing
 * @param status null when it changes none
 * @param judge the name of who decided; null when nobody has, or a rule has, or the account is gone
 * @param judgedAt null while somebody has to decide
 * @param refusal why somebody decided against it; null for none
 */
public record MailLine(
        long id,
        Instant receivedAt,
        String sender,
        String subject,
        MailState state,
        String reason,
        String authorityCode,
        Long reportId,
        String text,
        ReportStatus status,
        String judge,
        Instant judgedAt,
        String refusal) {

    /** @param judges names by account */
    static MailLine of(IncomingMail mail, Map<Long, String> judges) {
        return new MailLine(
                mail.id(),
                mail.receivedAt(),
                mail.sender(),
                mail.subject() == null ? "" : mail.subject(),
                mail.state(),
                mail.reason(),
                mail.authorityCode(),
                mail.reportId(),
                mail.text(),
                mail.status(),
                mail.judgedBy() == null ? null : judges.get(mail.judgedBy()),
                mail.judgedAt(),
                mail.refusal());
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "MailLine[" + id + ", " + state + "]";
    }
}
