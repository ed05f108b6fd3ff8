package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import se.fixamingata.incoming.IncomingUpdates;
import se.fixamingata.incoming.IncomingWord;
import se.fixamingata.incoming.Received;
import se.fixamingata.report.ReportStatus;

/** Takes a mail's words to the report's page. Needs a transaction that has not read the report. */
@ApplicationScoped
class MailPublishing {

    static final String SOURCE = "mail";

    @Inject
    IncomingUpdates incoming;

    @Inject
    Clock clock;

    /**
     * @param said when; null for now
     * @param text null for none
     * @param status null for none
     */
    Received publish(IncomingMail mail, Instant said, String text, ReportStatus status, Enclosures.Found files) {
        Received received = incoming.receive(new IncomingWord(
                mail.authorityCode(),
                SOURCE,
                mail.messageId() == null ? "mail:" + mail.id() : mail.messageId(),
                mail.reportId(),
                said,
                status == null ? null : status.code(),
                true,
                null,
                text,
                files.photos(),
                files.documents()));
        switch (received.kind()) {
            case APPLIED -> mail.become(MailState.PUBLISHED, null, clock.instant());
            case WORDS_ONLY -> mail.become(MailState.PUBLISHED, "words-only", clock.instant());
            case NOTHING -> mail.become(MailState.HANDLED, "nothing-new", clock.instant());
            case FOREIGN -> mail.become(MailState.UNKNOWN, "moved", clock.instant());
            case UNKNOWN_REPORT -> mail.become(MailState.UNKNOWN, "unknown", clock.instant());
        }
        return received;
    }
}
