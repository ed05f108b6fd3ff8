package se.fixamingata.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that happened to a report, as everybody may read it. Written once, never changed. */
@Entity
@Table(name = "history_entry")
public class HistoryEntry {

    /** What kind of thing happened. */
    public enum Kind {
        /** The reporter confirmed it: it became public. */
        CONFIRMED,
        /** The status changed, perhaps with a text. */
        STATUS,
        /** Somebody wrote something and the status stayed. */
        COMMENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner_number")
    @SequenceGenerator(name = "inner_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(nullable = false)
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private ReportStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    private ReportStatus toStatus;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Actor actor;

    @Column(name = "actor_name", length = 100)
    private String actorName;

    @Column(length = 4000)
    private String text;

    protected HistoryEntry() {}

    private HistoryEntry(long reportId, Instant at, Kind kind, Actor actor, String actorName, String text) {
        this.reportId = reportId;
        this.at = at;
        this.kind = kind;
        this.actor = actor;
        this.actorName = actorName;
        this.text = text;
    }

    static HistoryEntry confirmed(long reportId, Instant at) {
        return new HistoryEntry(reportId, at, Kind.CONFIRMED, Actor.REPORTER, null, null);
    }

    /** A change of status by whom, with a text or null. */
    public static HistoryEntry status(
            long reportId, Instant at, ReportStatus from, ReportStatus to, Actor actor, String actorName, String text) {
        HistoryEntry entry = new HistoryEntry(reportId, at, Kind.STATUS, actor, actorName, text);
        entry.fromStatus = from;
        entry.toStatus = to;
        return entry;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }
}
