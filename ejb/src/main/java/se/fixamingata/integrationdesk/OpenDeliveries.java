package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.shared.SqlTime;

/** What has not arrived at an authority; every question along an index, and bounded. */
@ApplicationScoped
class OpenDeliveries {

    /** Reports of one list. */
    static final int MOST = 50;

    /** In the order in which somebody should look at them. */
    private static final List<DeliveryState> OPEN = List.of(
            DeliveryState.PARKED,
            DeliveryState.BOUNCED,
            DeliveryState.DUE,
            DeliveryState.PAUSED,
            DeliveryState.TO_FETCH,
            DeliveryState.WAITING_FOR_ADDRESS);

    static final String OPEN_STATES =
            OPEN.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));

    private static final String SINCE = SqlTime.micros("coalesce(d.due_since, d.created_at)");

    private static final String COUNTS =
            """
            select d.state, count(*), min(%s) from delivery d
             where d.authority_code = ?1 and d.state in (%s)
             group by d.state"""
                    .formatted(SINCE, OPEN_STATES);

    /** The oldest of each state, so that the index gives them in their order however many there are. */
    private static final String FIRST = Stream.iterate(0, i -> i + 1)
            .limit(OPEN.size())
            .map(i ->
                    "(select %d as rank, id from delivery where authority_code = ?1 and state = '%s' order by id limit %d)"
                            .formatted(i, OPEN.get(i), MOST))
            .collect(Collectors.joining(" union all "));

    private static final String LIST =
            """
            select d.id, d.report_id, r.title, r.category_code, d.state, d.recipient, %s, d.attempts, %s,
                   a.answer, %s, d.lease_owner is not null
              from (select * from (%s) every order by rank, id limit %d) f
              join delivery d on d.id = f.id
              join report r on r.id = d.report_id
              left join delivery_attempt a on a.id = (select n.id from delivery_attempt n where n.delivery_id = d.id
                                                       order by n.started_at desc, n.id desc limit 1)
             order by f.rank, f.id"""
                    .formatted(
                            SINCE,
                            SqlTime.micros("if(d.state = 'DUE', d.next_attempt_at, null)"),
                            SqlTime.micros("a.started_at"),
                            FIRST,
                            MOST);

    private static final String LAST_ARRIVAL =
            "select " + SqlTime.micros("max(delivered_at)") + " from delivery where authority_code = ?1";

    private static final String UPDATES =
            """
            select coalesce(sum(state <> 'PARKED'), 0), coalesce(sum(state = 'PARKED'), 0) from update_delivery
             where authority_code = ?1 and state in ('DUE', 'WAITING_FOR_NUMBER', 'PAUSED', 'PARKED')""";

    @Inject
    EntityManager em;

    /** For the container. */
    OpenDeliveries() {}

    /** For tests. */
    OpenDeliveries(EntityManager em) {
        this.em = em;
    }

    List<StateCount> counts(String authorityCode) {
        return rows(COUNTS, authorityCode)
                .map(row ->
                        new StateCount(DeliveryState.valueOf((String) row[0]), number(row[1]), SqlTime.instant(row[2])))
                .sorted((one, other) -> OPEN.indexOf(one.state()) - OPEN.indexOf(other.state()))
                .toList();
    }

    /** What needs somebody first, then the oldest; at most {@link #MOST}. */
    List<QueuedDelivery> list(String authorityCode) {
        return rows(LIST, authorityCode).map(OpenDeliveries::queued).toList();
    }

    private static QueuedDelivery queued(Object[] row) {
        return new QueuedDelivery(
                number(row[0]),
                number(row[1]),
                (String) row[2],
                (String) row[3],
                DeliveryState.valueOf((String) row[4]),
                (String) row[5],
                SqlTime.instant(row[6]),
                (int) number(row[7]),
                SqlTime.instant(row[8]),
                (String) row[9],
                SqlTime.instant(row[10]),
                number(row[11]) == 1);
    }

    /** When a report last arrived there, by whatever way. */
    Optional<Instant> lastArrival(String authorityCode) {
        Object micros = em.createNativeQuery(LAST_ARRIVAL)
                .setParameter(1, authorityCode)
                .getSingleResult();
        return Optional.ofNullable(SqlTime.instant(micros));
    }

    /** Residents' words to their server: on their way or waiting to be, and given up. */
    long[] updates(String authorityCode) {
        Object[] row = rows(UPDATES, authorityCode).findFirst().orElseThrow();
        return new long[] {number(row[0]), number(row[1])};
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String sql, String authorityCode) {
        return em.createNativeQuery(sql).setParameter(1, authorityCode).getResultList().stream();
    }

    static long number(Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).longValue();
    }
}
