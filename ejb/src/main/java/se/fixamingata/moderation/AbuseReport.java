package se.fixamingata.moderation;

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
import java.util.HexFormat;

/** Somebody finds that something should not stand on a public page. Waits for a verdict; who wrote it is a hash. */
@Entity
@Table(name = "abuse_report")
@NamedQuery(
        name = "AbuseReport.ofPerson",
        query = "select count(a) from AbuseReport a where a.subject = :kind and a.subjectId = :id"
                + " and a.reportedBy = :person")
@NamedQuery(
        name = "AbuseReport.count",
        query = "select count(a) from AbuseReport a where a.subject = :kind and a.subjectId = :id")
@NamedQuery(
        name = "AbuseReport.judged",
        query = "select count(a) from AbuseReport a where a.subject = :kind and a.subjectId = :id"
                + " and a.verdict is not null")
@NamedQuery(
        name = "AbuseReport.open",
        query = "select a from AbuseReport a where a.subject = :kind and a.subjectId = :id and a.verdict is null"
                + " order by a.createdAt, a.id")
@NamedQuery(
        name = "AbuseReport.lastJudged",
        query = "select a from AbuseReport a where a.subject = :kind and a.subjectId = :id and a.judgedAt ="
                + " (select max(b.judgedAt) from AbuseReport b where b.subject = :kind and b.subjectId = :id)")
@NamedQuery(
        name = "AbuseReport.byPersonSince",
        query = "select count(a) from AbuseReport a where a.reportedBy = :person and a.createdAt > :since")
@NamedQuery(
        name = "AbuseReport.byNetworkSince",
        query = "select count(a) from AbuseReport a where a.network = :network and a.createdAt > :since")
@NamedQuery(
        name = "AbuseReport.ofReports",
        query = "select a from AbuseReport a where a.reportId in :reports order by a.createdAt, a.id")
class AbuseReport {

    /** Characters. */
    static final int TEXT_MAX = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "abuse_number")
    @SequenceGenerator(name = "abuse_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubjectKind subject;

    @Column(name = "subject_id", nullable = false, length = 40)
    private String subjectId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AbuseReason reason;

    @Column(length = TEXT_MAX)
    private String text;

    @Column(name = "reported_by", nullable = false)
    private byte[] reportedBy;

    @Column
    private byte[] network;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    @Column
    private Verdict verdict;

    @Column(name = "judged_at")
    private Instant judgedAt;

    @Column(name = "judged_by")
    private Long judgedBy;

    protected AbuseReport() {}

    AbuseReport(long reportId, Subject subject, AbuseReason reason, String text, AbuseReporter who, Instant now) {
        this.reportId = reportId;
        this.subject = subject.kind();
        this.subjectId = subject.id();
        this.reason = reason;
        this.text = text;
        this.reportedBy = who.person();
        this.network = who.network();
        this.createdAt = now;
    }

    void judge(Verdict decision, long accountId, Instant now) {
        verdict = decision;
        judgedAt = now;
        judgedBy = accountId;
    }

    /** The verdict was a slip. */
    void reopen() {
        verdict = null;
        judgedAt = null;
        judgedBy = null;
    }

    Subject subject() {
        return new Subject(subject, subjectId);
    }

    AbuseReason reason() {
        return reason;
    }

    /** Null for none. */
    String text() {
        return text;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null while it waits. */
    Verdict verdict() {
        return verdict;
    }

    /** Null while it waits. */
    Instant judgedAt() {
        return judgedAt;
    }

    /** Null while it waits, and after that person's erasure. */
    Long judgedBy() {
        return judgedBy;
    }

    /** Two with the same are not independent. */
    String independence() {
        return HexFormat.of().formatHex(network == null ? reportedBy : network);
    }
}
