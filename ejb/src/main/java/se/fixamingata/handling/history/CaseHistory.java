package se.fixamingata.handling.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.shared.SqlTime;

/**
 * Everything that happened to a report. Two queries, however long the story is.
 *
 * <p>What another authority wrote for itself while it had the report stays its own: its notes are not shown to the one that has the
 * report now, and its people are not named.
 */
@ApplicationScoped
public class CaseHistory {

    /** The newest ones; nothing a human being has done to a report comes near it. */
    static final int MOST = 1_000;

    private static final String EVENTS = "select h.id, " + SqlTime.micros("h.at")
            + " as at_micros, h.kind, h.from_status, h.to_status, h.actor, h.actor_name, h.account_id,"
            + " coalesce(nullif(a.name, ''), a.email), h.internal, coalesce(u.text, h.text), h.detail, h.report_version,"
            + " u.id, u.state, u.looks_fixed, u.edited_at is not null, u.name, u.email, u.show_name"
            + " from history_entry h left join report_update u on u.id = h.update_id"
            + " left join account a on a.id = h.account_id"
            + " where h.report_id = ?1 order by h.at desc, h.id desc limit " + MOST;

    @Inject
    EntityManager em;

    @Inject
    AttachedFiles files;

    /** For the container. */
    public CaseHistory() {}

    /** For tests. */
    public CaseHistory(EntityManager em) {
        this.em = em;
        this.files = new AttachedFiles(em);
    }

    /** All of it, oldest first. */
    public List<CaseEvent> of(Report report, Sight sight) {
        return of(report, sight, files.ofReport(report.id(), sight.hidden()));
    }

    /** As {@link #of(Report, Sight)}, one query less for who has the report's files already. */
    public List<CaseEvent> of(Report report, Sight sight, AttachedFiles.OfUpdates attached) {
        return visible(report, rows(report), sight).stream()
                .map(row -> row.event(sight, attached))
                .toList();
    }

    /**
     * What whoever opened the report at that version does not know of, oldest first. Without its photos and documents.
     *
     * @param version a version that the report once had
     */
    public List<CaseEvent> since(Report report, int version, Sight sight) {
        List<EventRow> rows = rows(report);
        Instant known = rows.stream()
                .filter(row -> row.version() != null && row.version() < version)
                .map(EventRow::at)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
        return of(report, rows, sight, row -> row.isSince(version, known));
    }

    /** Only what has taken the report away since that version: another authority, another category. */
    public List<CaseEvent> movesSince(Report report, int version) {
        List<EventRow> rows = rows(report);
        return of(
                report,
                rows,
                new Sight(false, false, false),
                row -> row.version() != null
                        && row.version() >= version
                        && (row.kind() == HistoryEntry.Kind.HANDED_OVER || row.kind() == HistoryEntry.Kind.CATEGORY));
    }

    private List<CaseEvent> of(Report report, List<EventRow> rows, Sight sight, Predicate<EventRow> wanted) {
        return visible(report, rows, sight).stream()
                .filter(wanted)
                .map(row -> row.event(sight, AttachedFiles.NONE))
                .toList();
    }

    /** Without what another authority wrote for itself, and with its people made nameless. */
    private static List<EventRow> visible(Report report, List<EventRow> rows, Sight sight) {
        String holder = rows.stream()
                .map(EventRow::handedOverFrom)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(report.authorityCode());
        List<EventRow> visible = new ArrayList<>();
        for (EventRow row : rows) {
            boolean own = sight.all() || holder.equals(report.authorityCode());
            if (own || !row.internal()) {
                visible.add(own ? row : row.nameless());
            }
            holder = row.handedOverTo() == null ? holder : row.handedOverTo();
        }
        return visible;
    }

    private List<EventRow> rows(Report report) {
        Query query = em.createNativeQuery(EVENTS).setParameter(1, report.id());
        @SuppressWarnings("unchecked")
        List<Object[]> found = query.getResultList();
        List<EventRow> rows = new ArrayList<>(found.stream().map(EventRow::of).toList());
        Collections.reverse(rows);
        return rows;
    }
}
