package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.shared.SqlTime;

/** How all authorities stand, for the operator. */
@Stateless
@PermitAll
public class CountryAuthorities {

    /** Authorities of one page. */
    public static final int PAGE = 50;

    /** Only what is open is read of reports, and only what waits of deliveries, both from their indexes alone. */
    private static final String STANDING =
            """
            select a.code, a.slug, a.name, m.county, a.state, a.email, a.version,
                   (select count(*) from report r where r.authority_code = a.code
                       and r.status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED')) as open,
                   (select count(*) from delivery d where d.authority_code = a.code
                       and d.state = 'WAITING_FOR_ADDRESS') as waiting,
                   (select count(*) from membership w where w.authority_code = a.code) as staff,
                   (select max(p.last_seen_at) from membership w join account p on p.id = w.account_id
                     where w.authority_code = a.code) as seen_at
              from authority a left join municipality m on m.code = a.code
             where %s""";

    private static final String NAMED = STANDING.formatted("a.name like concat('%', ?1, '%')");

    private static final String COLUMNS =
            "select s.code, s.slug, s.name, s.county, s.state, s.email, s.version, s.open, s.waiting, s.staff, "
                    + SqlTime.micros("s.seen_at") + " from (";

    private static final String COUNTS = Stream.of(AuthorityFilter.values())
            .map(filter -> "coalesce(sum(" + filter.condition() + "), 0)")
            .collect(Collectors.joining(", ", "select ", " from (" + NAMED + ") s"));

    @Inject
    EntityManager em;

    /** For the container. */
    public CountryAuthorities() {}

    /** For tests. */
    CountryAuthorities(EntityManager em) {
        this.em = em;
    }

    /**
     * Two queries.
     *
     * @param name a part of one's name; empty for all
     * @param page 0 for the first
     */
    public AuthorityPage list(Caller caller, AuthorityFilter filter, AuthoritySort sort, String name, int page) {
        Permissions.requireOperator(caller);
        String part = name.strip().replaceAll("([%_\\\\])", "\\\\$1");
        List<AuthorityRow> rows = query(select(filter, sort, page), part).stream()
                .map(CountryAuthorities::row)
                .toList();
        return new AuthorityPage(rows, counts(part));
    }

    static String select(AuthorityFilter filter, AuthoritySort sort, int page) {
        return COLUMNS + NAMED + ") s where " + filter.condition() + " order by " + sort.order() + " limit " + PAGE
                + " offset " + page * PAGE;
    }

    private Map<AuthorityFilter, Long> counts(String part) {
        Object[] numbers = query(COUNTS, part).get(0);
        Map<AuthorityFilter, Long> counts = new EnumMap<>(AuthorityFilter.class);
        for (AuthorityFilter filter : AuthorityFilter.values()) {
            counts.put(filter, number(numbers[filter.ordinal()]));
        }
        return counts;
    }

    /** One of them; empty when there is no such. */
    public Optional<AuthorityRow> find(Caller caller, String slug) {
        Permissions.requireOperator(caller);
        return query(COLUMNS + STANDING.formatted("a.slug = ?1") + ") s", slug).stream()
                .map(CountryAuthorities::row)
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> query(String sql, String value) {
        return em.createNativeQuery(sql).setParameter(1, value).getResultList();
    }

    private static AuthorityRow row(Object[] row) {
        return new AuthorityRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                AuthorityState.valueOf((String) row[4]),
                (String) row[5],
                (int) number(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]),
                SqlTime.instant(row[10]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
