package se.fixamingata.open311.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.open311.server.ServiceRequest.Confidential;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/** Reports as systems read them: one query a page, projections only, and one more for what an authority has asked besides. */
@ApplicationScoped
public class ServiceRequests {

    /** The reason for a status stands with it; what the authority has said since is newer. */
    private static final String WORDS =
            """
            (select case when u.state = 'HIDDEN' then null else coalesce(u.text, h.text) end
               from history_entry h left join report_update u on u.id = h.update_id
              where h.report_id = r.id and h.internal = 0
                and (h.kind = 'STATUS' or h.kind = 'COMMENT' and h.actor = 'AUTHORITY')
              order by h.at desc, h.id desc limit 1)""";

    private static final String COLUMNS = "select r.id, r.status, " + WORDS + ", r.category_code, r.authority_code,"
            + " r.title, r.description, " + SqlTime.micros("r.confirmed_at") + ", " + SqlTime.micros("r.changed_at")
            + ", cast(r.expected_on as char), r.address, r.lat, r.lon, r.thumbnail";

    private static final String PERSON = ", r.visibility, r.reporter_name, r.reporter_email, r.reporter_phone";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public ServiceRequests() {}

    /** For tests. */
    public ServiceRequests(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * The requests that a client asks for, newest first.
     *
     * @param authority whose; null for everybody's
     * @throws Refusal when its arguments make no sense, or when it asks for a single one that there is not
     */
    public List<ServiceRequest> list(Arguments arguments, String authority, Reader reader) {
        RequestFilter filter = RequestFilters.parse(arguments, clock.instant());
        List<ServiceRequest> found = list(filter, authority, reader);
        boolean single =
                arguments.list("service_request_id", RequestFilter.MOST).size() == 1;
        if (single && found.isEmpty()) {
            throw unknown();
        }
        return found;
    }

    /** Where the list is continued that those arguments gave; empty when that was all of it. */
    public Optional<PageMark> next(Arguments arguments, List<ServiceRequest> found) {
        RequestFilter filter = RequestFilters.parse(arguments, clock.instant());
        if (filter.ids() != null || found.size() < filter.paging().size()) {
            return Optional.empty();
        }
        ServiceRequest last = found.get(found.size() - 1);
        return Optional.of(new PageMark(filter.followsChanges() ? last.updated() : last.requested(), last.id()));
    }

    /**
     * The one with that number, as a list.
     *
     * @throws Refusal when there is none that this client may see
     */
    public List<ServiceRequest> one(String id, String authority, Reader reader) {
        List<ServiceRequest> found = list(RequestFilter.of(RequestFilters.numbers(List.of(id))), authority, reader);
        if (found.isEmpty()) {
            throw unknown();
        }
        return found;
    }

    private static Refusal unknown() {
        return Refusal.unknown("There is no such service_request_id");
    }

    /** As many of them as one page holds. */
    List<ServiceRequest> list(RequestFilter filter, String authority, Reader reader) {
        if (filter.ids() != null && filter.ids().isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        String page = new RequestQuery(filter, authority, reader).sql(values);
        String moment = filter.followsChanges() ? "r.changed_at" : "r.confirmed_at";
        Query query = em.createNativeQuery(COLUMNS + (reader.readsPrivate() ? PERSON : "") + " from (" + page
                + ") as page join report r on r.id = page.found order by " + moment + " desc, r.id desc");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        List<ServiceRequest> found =
                rows.stream().map(row -> request(row, reader)).toList();
        return reader.readsPrivate() ? withAnswers(found) : found;
    }

    private static ServiceRequest request(Object[] row, Reader reader) {
        ReportStatus status = ReportStatus.valueOf((String) row[1]);
        String authority = (String) row[4];
        return new ServiceRequest(
                ((Number) row[0]).longValue(),
                status,
                (String) row[2],
                (String) row[3],
                authority,
                (String) row[5],
                (String) row[6],
                SqlTime.instant(row[7]),
                SqlTime.instant(row[8]),
                row[9] == null ? null : LocalDate.parse((String) row[9]),
                (String) row[10],
                ((Number) row[11]).doubleValue(),
                ((Number) row[12]).doubleValue(),
                (String) row[13],
                authority.equals(reader.authorityCode()) ? confidential(row) : null);
    }

    private static Confidential confidential(Object[] row) {
        return new Confidential(
                row[14].equals("PRIVATE"), (String) row[15], (String) row[16], (String) row[17], Map.of());
    }

    /** What the reporters have answered to the authority's own questions. */
    private List<ServiceRequest> withAnswers(List<ServiceRequest> requests) {
        List<Long> own = requests.stream()
                .filter(request -> request.confidential() != null)
                .map(ServiceRequest::id)
                .toList();
        if (own.isEmpty()) {
            return requests;
        }
        Query query =
                em.createNativeQuery("select report_id, question_code, value from report_answer where report_id in ("
                        + String.join(", ", Collections.nCopies(own.size(), "?")) + ") order by report_id, sort_order");
        for (int i = 0; i < own.size(); i++) {
            query.setParameter(i + 1, own.get(i));
        }
        Map<Long, Map<String, String>> answers = new HashMap<>();
        for (Object row : query.getResultList()) {
            Object[] answer = (Object[]) row;
            answers.computeIfAbsent(((Number) answer[0]).longValue(), id -> new LinkedHashMap<>())
                    .put((String) answer[1], (String) answer[2]);
        }
        return requests.stream()
                .map(request -> Optional.ofNullable(answers.get(request.id()))
                        .map(request::answering)
                        .orElse(request))
                .toList();
    }

    /** The numbers of those that the reader's own authority is to mend. */
    public static Set<Long> ownedBy(String authorityCode, List<ServiceRequest> requests) {
        Set<Long> own = new LinkedHashSet<>();
        requests.stream()
                .filter(request -> request.authorityCode().equals(authorityCode))
                .forEach(request -> own.add(request.id()));
        return own;
    }
}
