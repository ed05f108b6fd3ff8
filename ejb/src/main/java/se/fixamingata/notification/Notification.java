package se.fixamingata.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.Outgoing;
import se.fixamingata.shared.Language;

/**
 * A mail to a person, as a row: to whom, about which report, in which language. Its text is written when it is sent, from the report
 * as it is then; secret links are made then too, a fresh one for every attempt, so the database never holds one in the clear.
 */
@Entity
@Table(name = "notification")
@NamedQuery(name = "Notification.countByState", query = "select n.state, count(n) from Notification n group by n.state")
@NamedQuery(
        name = "Notification.withdraw",
        query = "update Notification n set n.state = se.fixamingata.notification.NotificationState.OBSOLETE,"
                + " n.version = n.version + 1 where n.reportId = :report and n.kind = :kind"
                + " and n.state = se.fixamingata.notification.NotificationState.DUE")
@NamedQuery(
        name = "Notification.withdrawOfSubject",
        query = "update Notification n set n.state = se.fixamingata.notification.NotificationState.OBSOLETE,"
                + " n.version = n.version + 1 where n.reportId = :report and n.subjectId = :subject and n.kind = :kind"
                + " and n.state = se.fixamingata.notification.NotificationState.DUE")
@NamedQuery(
        name = "Notification.oldestDue",
        query =
                "select n.nextAttemptAt from Notification n where n.state = se.fixamingata.notification.NotificationState.DUE"
                        + " order by n.nextAttemptAt")
public class Notification extends Outgoing {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner_number")
    @SequenceGenerator(name = "inner_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id")
    private Long reportId;

    @Column(name = "subject_id")
    private Long subjectId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NotificationKind kind;

    @Column(length = 254)
    private String recipient;

    @Column(nullable = false, length = 2)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NotificationState state;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "last_error", length = 1000)
    private String lastError;

    protected Notification() {}

    Notification(
            NotificationKind kind,
            Long reportId,
            Long subjectId,
            String recipient,
            Language language,
            String messageId,
            Instant now) {
        super(messageId, now);
        this.kind = kind;
        this.reportId = reportId;
        this.subjectId = subjectId;
        this.recipient = recipient;
        this.language = language.code();
        this.state = NotificationState.DUE;
    }

    /** From now on nobody knows until there is an answer. */
    void handOver(Instant now) {
        handedOverAt = now;
    }

    /** Whether an attempt came so far that the mail may have arrived, and has no outcome yet. */
    boolean isHandedOver() {
        return handedOverAt != null;
    }

    /**
     * To be called while the mail is prepared, for a kind that goes to an office and not to a person: the address as it is today. After
     * an attempt of unknown outcome it stays what it was, since the second copy is to land in the same mailbox.
     *
     * @return whether there is one; if not, the row waits for it
     */
    public boolean readdress(Optional<String> current) {
        if (unknowns() == 0) {
            recipient = current.orElse(null);
        }
        if (recipient == null) {
            state = NotificationState.WAITING_FOR_ADDRESS;
            lastError = "No address is registered";
            release();
        }
        return recipient != null;
    }

    void sent(Instant now) {
        succeeded();
        state = NotificationState.SENT;
        sentAt = now;
        lastError = null;
    }

    void failed(AttemptOutcome outcome, String reason, Instant now) {
        handedOverAt = null;
        lastError = cut(outcome + ": " + reason);
        if (!retryAfter(outcome, now)) {
            state = NotificationState.PARKED;
        }
    }

    /** Nobody wants it any more. */
    void obsolete() {
        release();
        state = NotificationState.OBSOLETE;
    }

    public Long id() {
        return id;
    }

    /** Null for what is not about a report. */
    public Long reportId() {
        return reportId;
    }

    /** What exactly it tells of, as its kind says; null when that is the report. */
    public Long subjectId() {
        return subjectId;
    }

    public NotificationKind kind() {
        return kind;
    }

    /** Null while no address is known. */
    public String recipient() {
        return recipient;
    }

    public Language language() {
        return Language.of(language);
    }

    public NotificationState state() {
        return state;
    }

    /** Null until the mail server has taken it. */
    public Instant sentAt() {
        return sentAt;
    }

    /** Why the last attempt failed; null when none has. */
    public String lastError() {
        return lastError;
    }
}
