package se.fixamingata.handling;

import java.time.Instant;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;

/** A report whose row is locked, in the hands of somebody who may change it and knows what it is like. */
final class OpenCase {

    private final CaseDesk desk;
    private final Handler by;
    private final Report report;
    private final int version;
    private final Instant now;
    private String elsewhere;

    OpenCase(CaseDesk desk, Handler by, Report report, Instant now) {
        this.desk = desk;
        this.by = by;
        this.report = report;
        this.version = report.version();
        this.now = now;
    }

    Handler by() {
        return by;
    }

    Report report() {
        return report;
    }

    Instant now() {
        return now;
    }

    /** The name under which the authority speaks. */
    String authorityName() {
        return desk.authorityName(report.authorityCode());
    }

    /**
     * The authority's words, kept where residents' words are.
     *
     * @param text as {@link AnswerRules#clean} gives it; null for none
     * @return the number of the update, written; null for none
     */
    Long say(String text) {
        return text == null ? null : desk.say(report, by, text, now);
    }

    /** Something that everybody may read of. */
    HistoryEntry tell(HistoryEntry.Kind kind, String detail, String text) {
        return keep(HistoryEntry.open(report.id(), now, kind, Actor.AUTHORITY, detail, text));
    }

    /** Something that only the back office reads of. */
    HistoryEntry note(HistoryEntry.Kind kind, String detail, String text) {
        return keep(HistoryEntry.internal(report.id(), now, kind, Actor.AUTHORITY, detail, text));
    }

    /** An entry of this report's, with who, and at which version. */
    HistoryEntry keep(HistoryEntry entry) {
        desk.keep(entry.named(authorityName()).by(by.accountId()).atVersion(version));
        return entry;
    }

    /** A line in the audit trail. */
    void audit(String action, String before, String after) {
        desk.audit(by, report, action, before, after);
    }

    /** The place lies in that municipality now, which is not the authority's. */
    void liesElsewhere(String municipalityCode) {
        elsewhere = municipalityCode;
    }

    String elsewhere() {
        return elsewhere;
    }
}
