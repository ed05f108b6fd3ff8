package se.fixamingata.moderation;

import java.time.Instant;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;

/**
 * How a report's history tells what a moderator did: a list of {@code what:verb} or {@code what:verb:id}, separated by commas, for pages
 * to put into words ({@code moderated.what.verb}). Only the back office reads it.
 */
final class Moderated {

    static final String HIDDEN = "hidden";
    static final String SHOWN = "shown";
    static final String EDITED = "edited";
    static final String RESTORED = "restored";
    static final String DELETED = "deleted";
    static final String KEPT = "kept";
    static final String REOPENED = "reopened";
    static final String ERASED = "erased";

    private Moderated() {}

    /** {@code report:hidden}, {@code update:hidden:17}; a photo's random id tells nobody anything and stays out. */
    static String detail(Subject subject, String verb) {
        String detail = subject.kind().code() + ":" + verb;
        return subject.kind() == SubjectKind.UPDATE ? detail + ":" + subject.id() : detail;
    }

    /** {@code title:edited}, {@code text:edited:17}. */
    static String detail(ModeratedField field, Subject subject, String verb) {
        String detail = field.code() + ":" + verb;
        return subject.kind() == SubjectKind.UPDATE ? detail + ":" + subject.id() : detail;
    }

    static HistoryEntry by(long accountId, long reportId, Instant now, String detail) {
        return HistoryEntry.internal(reportId, now, HistoryEntry.Kind.MODERATED, Actor.AUTHORITY, detail, null)
                .by(accountId);
    }

    static HistoryEntry bySystem(long reportId, Instant now, String detail) {
        return HistoryEntry.internal(reportId, now, HistoryEntry.Kind.MODERATED, Actor.SYSTEM, detail, null);
    }
}
