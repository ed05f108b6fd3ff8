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
        COMMENT,
        /** Another category; detail {@code lighting>other}. */
        CATEGORY,
        /** Another place; detail {@code 59.1,13.2>59.2,13.3}. */
        MOVED,
        /** Somebody else is responsible; detail {@code 1763>TRV}. */
        HANDED_OVER,
        /** By when the authority says it will be done; detail {@code 2026-12-01} or empty. */
        EXPECTED,
        /** Another report was merged into this one; detail its number. */
        MERGED,
        /** A merge into this one was undone; detail its number. */
        UNMERGED,
        /** Internal: a note. */
        NOTE,
        /** Internal: who does it; detail the account's number, or empty for nobody. */
        ASSIGNED,
        /** Internal: how urgent; detail {@code normal>high}. */
        PRIORITY,
        /** Internal: the reporter was asked; the text is the question. */
        ASKED,
        /** Internal: the reporter's answer to "is it fixed?"; detail {@code yes} or {@code unknown}. A "no" reopens: that is a status. */
        REPLIED,
        /** Internal: a text, photo or name was changed, hidden or shown; detail what. */
        MODERATED,
        /** Internal: the link by which the authority answers without an account was made worthless. */
        LINK_REVOKED,
        /** Internal: somebody has answered by that link; the text is the name that they gave. */
        LINK_ANSWERED
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

    @Column(nullable = false)
    private boolean internal;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "update_id")
    private Long updateId;

    @Column(length = 1000)
    private String detail;

    @Column(name = "report_version")
    private Integer reportVersion;

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

    /** Somebody wrote something; the words are in the update. */
    public static HistoryEntry comment(long reportId, Instant at, Actor actor, long updateId) {
        HistoryEntry entry = new HistoryEntry(reportId, at, Kind.COMMENT, actor, null, null);
        entry.updateId = updateId;
        return entry;
    }

    /**
     * Something else that everybody may read of.
     *
     * @param detail as the kind says; null for none
     * @param text what was written, or null
     */
    public static HistoryEntry open(long reportId, Instant at, Kind kind, Actor actor, String detail, String text) {
        HistoryEntry entry = new HistoryEntry(reportId, at, kind, actor, null, text);
        entry.detail = detail;
        return entry;
    }

    /** Something that only the back office reads of. */
    public static HistoryEntry internal(long reportId, Instant at, Kind kind, Actor actor, String detail, String text) {
        HistoryEntry entry = open(reportId, at, kind, actor, detail, text);
        entry.internal = true;
        return entry;
    }

    /** By whom exactly, which only the back office reads. */
    public HistoryEntry by(Long account) {
        accountId = account;
        return this;
    }

    /** Who, in words for everybody: the name of the authority. */
    public HistoryEntry named(String name) {
        actorName = name;
        return this;
    }

    /** The words that came with it stand in that update, and nowhere else: there a moderator can hide them. */
    public HistoryEntry with(Long update) {
        updateId = update;
        text = null;
        return this;
    }

    /** @param version of the report when it happened; whoever had opened that one or an older one does not know of it */
    public HistoryEntry atVersion(int version) {
        reportVersion = version;
        return this;
    }

    public Long id() {
        return id;
    }

    public long reportId() {
        return reportId;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    /** Null unless the status changed. */
    public ReportStatus fromStatus() {
        return fromStatus;
    }

    /** Null unless the status changed. */
    public ReportStatus toStatus() {
        return toStatus;
    }

    /** Null when only the kind of actor is known. */
    public String actorName() {
        return actorName;
    }

    /** Null when there is none, or it stands in the update. */
    public String text() {
        return text;
    }

    /** Codes, ids and days, as the kind says; null for none. */
    public String detail() {
        return detail;
    }

    /** The update in which the words stand; null when there is none. */
    public Long updateId() {
        return updateId;
    }
}
