package se.fixamingata.handling.history;

import java.time.Instant;
import java.util.List;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.update.UpdateState;

/** A history entry with its words, before anybody has looked at it. */
record EventRow(
        long id,
        Instant at,
        HistoryEntry.Kind kind,
        ReportStatus from,
        ReportStatus to,
        Actor actor,
        String actorName,
        Long accountId,
        String accountName,
        boolean internal,
        String text,
        String detail,
        Integer version,
        Author author) {

    /** The update in which the words stand, and who wrote them. */
    record Author(
            long updateId,
            UpdateState state,
            boolean looksFixed,
            boolean edited,
            String name,
            String email,
            boolean showsName) {}

    /** In the order of {@link CaseHistory}'s query. */
    static EventRow of(Object[] row) {
        return new EventRow(
                number(row[0]),
                SqlTime.instant(row[1]),
                HistoryEntry.Kind.valueOf((String) row[2]),
                row[3] == null ? null : ReportStatus.valueOf((String) row[3]),
                row[4] == null ? null : ReportStatus.valueOf((String) row[4]),
                Actor.valueOf((String) row[5]),
                (String) row[6],
                row[7] == null ? null : number(row[7]),
                (String) row[8],
                is(row[9]),
                (String) row[10],
                (String) row[11],
                row[12] == null ? null : ((Number) row[12]).intValue(),
                row[13] == null ? null : author(row));
    }

    private static Author author(Object[] row) {
        return new Author(
                number(row[13]),
                UpdateState.valueOf((String) row[14]),
                is(row[15]),
                is(row[16]),
                (String) row[17],
                (String) row[18],
                is(row[19]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static boolean is(Object value) {
        return value instanceof Boolean truth ? truth : ((Number) value).intValue() != 0;
    }

    /** Null unless it is a hand-over. */
    String handedOverFrom() {
        return kind == HistoryEntry.Kind.HANDED_OVER ? detail.substring(0, detail.indexOf('>')) : null;
    }

    /** Null unless it is a hand-over. */
    String handedOverTo() {
        return kind == HistoryEntry.Kind.HANDED_OVER ? detail.substring(detail.indexOf('>') + 1) : null;
    }

    /**
     * Whether it is news to whoever opened the report at that version.
     *
     * @param known the last moment of which they knew; decides about entries that carry no version
     */
    boolean isSince(int seen, Instant known) {
        return version == null ? at.isAfter(known) : version >= seen;
    }

    /** The same, by an authority instead of by somebody. */
    EventRow nameless() {
        boolean resident = actor == Actor.REPORTER || actor == Actor.RESIDENT;
        return resident
                ? this
                : new EventRow(
                        id, at, kind, from, to, actor, actorName, null, null, internal, text, detail, version, author);
    }

    CaseEvent event(Sight sight, AttachedFiles.OfUpdates files) {
        boolean resident = actor == Actor.REPORTER || actor == Actor.RESIDENT;
        boolean concealed = author != null && author.state == UpdateState.HIDDEN && !sight.hidden();
        return new CaseEvent(
                id,
                at,
                kind,
                from,
                to,
                actor,
                resident ? residentName(sight) : accountName == null ? actorName : accountName,
                resident && !sight.reporter() ? null : accountId,
                internal,
                concealed ? null : text,
                detail,
                author == null ? null : words(sight, files, concealed));
    }

    private String residentName(Sight sight) {
        if (author == null) {
            return actorName;
        }
        return author.showsName || sight.reporter() ? author.name : null;
    }

    private CaseEvent.Words words(Sight sight, AttachedFiles.OfUpdates files, boolean concealed) {
        return new CaseEvent.Words(
                author.updateId,
                author.state,
                author.looksFixed,
                author.edited,
                sight.reporter() ? author.email : null,
                concealed ? List.of() : files.photos(author.updateId),
                concealed ? List.of() : files.documents(author.updateId));
    }
}
