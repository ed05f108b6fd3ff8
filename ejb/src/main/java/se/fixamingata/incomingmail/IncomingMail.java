package se.fixamingata.incomingmail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/** A mail that came in, without its bytes, which {@link IncomingMails} keeps and reads. */
@Entity
@Table(name = "incoming_mail")
@NamedQuery(
        name = "IncomingMail.sameLetter",
        query =
                "select count(m) from IncomingMail m where m.messageId = :message and m.sender = :sender and m.reportId = :report"
                        + " and m.id <> :id and m.state <> se.fixamingata.incomingmail.MailState.RECEIVED"
                        + " and coalesce(m.text, '') = :text and coalesce(m.status, '') = :status")
@NamedQuery(
        name = "IncomingMail.lately",
        query =
                "select count(m) from IncomingMail m where m.reportId = :report and m.receivedAt > :since and m.id <> :id")
@NamedQuery(
        name = "IncomingMail.refuse",
        query = "update IncomingMail m set m.state = se.fixamingata.incomingmail.MailState.REFUSED, m.judgedAt = :now,"
                + " m.judgedBy = :judge, m.version = m.version + 1 where m.id in :ids and m.state in"
                + " (se.fixamingata.incomingmail.MailState.WAITING, se.fixamingata.incomingmail.MailState.UNKNOWN)")
public class IncomingMail {

    static final int TEXT_MAX = 4000;
    static final int REFUSAL_MAX = 500;

    /** After that many it is left to a human being. */
    private static final int ATTEMPTS_MAX = 4;

    @Id
    private Long id;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Column(name = "message_id", length = 300)
    private String messageId;

    @Column(length = 254)
    private String sender;

    @Column(length = 300)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private MailState state;

    @Column(length = 60)
    private String reason;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "report_id")
    private Long reportId;

    @Column(name = "delivery_id")
    private Long deliveryId;

    @Column(length = TEXT_MAX)
    private String text;

    @Column(length = 20)
    private String status;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "judged_at")
    private Instant judgedAt;

    @Column(name = "judged_by")
    private Long judgedBy;

    @Column(length = REFUSAL_MAX)
    private String refusal;

    @Version
    private int version;

    protected IncomingMail() {}

    /**
     * Somebody looks at it now, and nobody else for a while.
     *
     * @return whether it is worth another look: one that has stopped servers or failed too often is not
     */
    boolean take(Duration lease, Instant now) {
        nextAttemptAt = now.plus(lease);
        return ++attempts <= ATTEMPTS_MAX;
    }

    /** What it says of itself, cut to what is kept. */
    void describe(String name, String from, String about) {
        messageId = cut(name, 300);
        sender = cut(from, 254);
        subject = cut(about, 300);
    }

    /** Whose it is. */
    void belongsTo(String authority, Long report, Long delivery) {
        authorityCode = authority;
        reportId = report;
        deliveryId = delivery;
    }

    /** What would be published. */
    void says(String words, ReportStatus given) {
        text = cut(words, TEXT_MAX);
        status = given == null ? null : given.name();
    }

    /** @param why the end of a message key, {@code mail.reason.<why>}; null for none */
    void become(MailState next, String why, Instant now) {
        state = next;
        reason = why;
        nextAttemptAt = null;
        judgedAt = next == MailState.WAITING || next == MailState.UNKNOWN ? null : now;
    }

    /** Somebody has decided. */
    void judged(MailState next, Long accountId, Instant now) {
        state = next;
        judgedAt = now;
        judgedBy = accountId;
    }

    /** Somebody has decided against it. */
    void refused(String why, Long accountId, Instant now) {
        judged(MailState.REFUSED, accountId, now);
        refusal = why;
    }

    static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    public Long id() {
        return id;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Null when it has none. */
    public String messageId() {
        return messageId;
    }

    /** Null when it does not say. */
    public String sender() {
        return sender;
    }

    public String subject() {
        return subject;
    }

    public MailState state() {
        return state;
    }

    /** The end of a message key; null for none. */
    public String reason() {
        return reason;
    }

    /** Null while nobody knows whose it is. */
    public String authorityCode() {
        return authorityCode;
    }

    /** Null while nobody knows what it is about. */
    public Long reportId() {
        return reportId;
    }

    /** The letter that came back or is answered; null when it was none. */
    public Long deliveryId() {
        return deliveryId;
    }

    /** What would be published; null for nothing. */
    public String text() {
        return text;
    }

    /** Null when it changes none. */
    public ReportStatus status() {
        return status == null ? null : ReportStatus.valueOf(status);
    }

    int attempts() {
        return attempts;
    }

    /** Null while somebody has to decide. */
    public Instant judgedAt() {
        return judgedAt;
    }

    /** The account of who decided; null when nobody has, or a rule has. */
    public Long judgedBy() {
        return judgedBy;
    }

    /** Why somebody decided against it, in their words; null for none. */
    public String refusal() {
        return refusal;
    }
}
