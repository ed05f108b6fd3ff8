package se.fixamingata.incoming;

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
import se.fixamingata.report.ReportStatus;

/** Something that an authority's system said about a report that there is, and what became of it. Written once. */
@Entity
@Table(name = "incoming_update")
@NamedQuery(
        name = "IncomingUpdate.ofId",
        query = "select i from IncomingUpdate i where i.authorityCode = :authority and i.source = :source"
                + " and i.remoteId = :remote and i.reportId = :report order by i.receivedAt desc, i.id desc")
@NamedQuery(
        name = "IncomingUpdate.same",
        query = "select i from IncomingUpdate i where i.authorityCode = :authority and i.source = :source"
                + " and i.remoteId = :remote and i.contentHash = :hash")
@NamedQuery(
        name = "IncomingUpdate.latestStatus",
        query = "select i.remoteAt from IncomingUpdate i where i.reportId = :report and i.status is not null"
                + " order by i.remoteAt desc")
@NamedQuery(
        name = "IncomingUpdate.latestOwn",
        query = "select h.at from HistoryEntry h where h.reportId = :report"
                + " and h.kind = se.fixamingata.report.HistoryEntry.Kind.STATUS"
                + " and not exists (select i.id from IncomingUpdate i where i.historyId = h.id)"
                + " order by h.at desc")
@NamedQuery(
        name = "IncomingUpdate.written",
        query = "select h from HistoryEntry h where h.reportId = :report and h.reportVersion = :version"
                + " and h.actor = se.fixamingata.report.Actor.AUTHORITY"
                + " and h.kind in (se.fixamingata.report.HistoryEntry.Kind.STATUS,"
                + " se.fixamingata.report.HistoryEntry.Kind.COMMENT) order by h.at desc, h.id desc")
class IncomingUpdate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incoming_number")
    @SequenceGenerator(name = "incoming_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(nullable = false, length = 40)
    private String source;

    @Column(name = "remote_id", nullable = false, length = 200)
    private String remoteId;

    @Column(name = "content_hash", nullable = false)
    private byte[] contentHash;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(name = "remote_at", nullable = false)
    private Instant remoteAt;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private Received.Kind result;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private ReportStatus status;

    @Column(name = "update_id")
    private Long updateId;

    @Column(name = "history_id")
    private Long historyId;

    protected IncomingUpdate() {}

    IncomingUpdate(IncomingWord word, String remoteId, byte[] contentHash, Instant remoteAt, Instant now) {
        this.authorityCode = word.authorityCode();
        this.source = word.source();
        this.remoteId = remoteId;
        this.contentHash = contentHash;
        this.reportId = word.reportId();
        this.remoteAt = remoteAt;
        this.receivedAt = now;
    }

    /**
     * How it ended; told once, before it is stored.
     *
     * @param given the status that it gives the report, or confirms; null for none
     */
    IncomingUpdate ended(Received received, ReportStatus given) {
        result = received.kind();
        updateId = received.updateId();
        historyId = received.historyId();
        status = given;
        return this;
    }

    /** Whether the report was somebody else's then. */
    boolean wasForeign() {
        return result == Received.Kind.FOREIGN;
    }

    /** What whoever says the same again is told. */
    Received again() {
        Received.Kind kind = wasForeign() ? Received.Kind.FOREIGN : Received.Kind.NOTHING;
        return new Received(kind, updateId, historyId);
    }

    String remoteId() {
        return remoteId;
    }

    Long updateId() {
        return updateId;
    }
}
