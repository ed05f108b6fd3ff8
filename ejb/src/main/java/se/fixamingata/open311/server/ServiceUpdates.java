package se.fixamingata.open311.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.open311.server.RequestFilter.Span;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/**
 * What has happened to reports, as mySociety's extension {@code servicerequestupdates} tells it: statuses and words, of the authorities and
 * of residents. Oldest first, unlike requests: a client that does one thing after the other ends where the report is.
 */
@ApplicationScoped
public class ServiceUpdates {

    /** Its own new status, or the last one before it. */
    private static final String STATUS =
            """
            coalesce(h.to_status,
                     (select s.to_status from history_entry s
                       where s.report_id = h.report_id and s.kind = 'STATUS' and (s.at, s.id) < (h.at, h.id)
                       order by s.at desc, s.id desc limit 1),
                     'REPORTED')""";

    private static final String COLUMNS = "select h.id, h.report_id, " + STATUS + ", " + SqlTime.micros("h.at")
            + ", case when u.state = 'HIDDEN' then null else coalesce(u.text, h.text) end,"
            + " case when u.state = 'PUBLISHED' then u.id end,"
            + " case when r.visibility = 'PRIVATE' then r.authority_code end from (";

    private static final String JOINED = ") as page join history_entry h on h.id = page.found"
            + " join report r on r.id = h.report_id left join report_update u on u.id = h.update_id order by h.at, h.id";

    private final AuthoritySizes sizes = new AuthoritySizes();

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public ServiceUpdates() {}

    /** For tests. */
    public ServiceUpdates(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * What a client asks for: from {@code start_date} (else the last 90 days) to {@code end_date}, of these {@code service_request_id},
     * as many as a page holds.
     *
     * @param authority whose reports; null for everybody's
     * @throws Refusal when the arguments make no sense
     */
    public List<ServiceUpdate> list(Arguments arguments, String authority, Reader reader) {
        Span asked = Spans.between(arguments, "start_date", "end_date");
        Span span = asked.from() == null ? Spans.quarterUntil(asked.before(), clock.instant()) : asked;
        Paging paging = Paging.of(arguments);
        List<String> ids = arguments.list("service_request_id", RequestFilter.MOST);
        List<Long> reports = RequestFilters.numbers(ids);
        if (!ids.isEmpty() && reports.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        Instant now = clock.instant();
        String page = new UpdateQuery(authority, reports, span, paging)
                .sql(reader, now, () -> sizes.of(em, authority, now), values);
        return read(COLUMNS + page + JOINED, values);
    }

    /** Where the list is continued that those arguments gave; empty when that was all of it. */
    public Optional<PageMark> next(Arguments arguments, List<ServiceUpdate> found) {
        if (found.size() < Paging.of(arguments).size()) {
            return Optional.empty();
        }
        ServiceUpdate last = found.get(found.size() - 1);
        return Optional.of(new PageMark(last.at(), last.id()));
    }

    private List<ServiceUpdate> read(String sql, List<Object> values) {
        Map<Long, Long> words = new HashMap<>();
        List<ServiceUpdate> updates = new ArrayList<>();
        for (Object[] row : rows(sql, values)) {
            updates.add(new ServiceUpdate(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    ReportStatus.valueOf((String) row[2]),
                    SqlTime.instant(row[3]),
                    (String) row[4],
                    List.of(),
                    (String) row[6]));
            if (row[5] != null) {
                words.put(((Number) row[0]).longValue(), ((Number) row[5]).longValue());
            }
        }
        if (words.isEmpty()) {
            return updates;
        }
        Map<Long, List<String>> photos = photos(words.values());
        return updates.stream()
                .map(update -> update.with(photos.getOrDefault(words.getOrDefault(update.id(), 0L), List.of())))
                .toList();
    }

    private Map<Long, List<String>> photos(Collection<Long> updates) {
        Map<Long, List<String>> photos = new HashMap<>();
        String sql = "select update_id, id from photo where update_id in (" + marks(updates)
                + ") and not hidden order by update_id, sort_order, id";
        for (Object[] row : rows(sql, List.copyOf(updates))) {
            photos.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                    .add((String) row[1]);
        }
        return photos;
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, List<?> values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.getResultList();
    }
}
