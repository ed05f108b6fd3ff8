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

    static HistoryEntry by(long accountId, Found found, Instant now, String detail) {
        return entry(found, now, Actor.AUTHORITY, detail).by(accountId);
    }

    static HistoryEntry byReaders(Found found, Instant now, String detail) {
        return entry(found, now, Actor.SYSTEM, detail);
    }

    private static HistoryEntry entry(Found found, Instant now, Actor actor, String detail) {
        return HistoryEntry.internal(found.report().id(), now, HistoryEntry.Kind.MODERATED, actor, detail, null)
                .atVersion(found.version());
    }
}
