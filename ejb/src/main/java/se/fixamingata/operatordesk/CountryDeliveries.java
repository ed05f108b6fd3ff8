package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/**
 * The deliveries of the whole country, by state: a page at a time, along an index. What is done about one is
 * {@link se.fixamingata.integrationdesk.DeliveryDesk}'s.
 */
@Stateless
@PermitAll
public class CountryDeliveries {

    /** Lines of one page. */
    public static final int PAGE = 50;

    /** More are not counted. */
    public static final int COUNTED = 1000;

    /** The page first, then what stands beside it: the index gives the order however many there are. */
    private static final String LINES =
            """
            select d.id, d.report_id, r.title, d.authority_code, d.recipient, d.attempts, %s, %s, a.answer,
                   d.lease_owner is not null
              from (select p.id from delivery p where p.state = ?1%%s order by p.next_attempt_at desc, p.id desc limit %d) f
              join delivery d on d.id = f.id
              join report r on r.id = d.report_id
              left join delivery_attempt a on a.id = (select n.id from delivery_attempt n where n.delivery_id = d.id
                                                       order by n.started_at desc, n.id desc limit 1)
             order by d.next_attempt_at desc, d.id desc"""
                    .formatted(SqlTime.micros("d.created_at"), SqlTime.micros("d.next_attempt_at"), PAGE + 1);

    private static final String AFTER = " and p.next_attempt_at <= ?2 and (p.next_attempt_at < ?2 or p.id < ?3)";

    private static final String COUNTS = Stream.of(DeliveryFilter.values())
            .filter(DeliveryFilter::isOpen)
            .map(filter -> "(select count(*) from (select 1 from delivery where state = '" + filter.state() + "' limit "
                    + COUNTED + ") " + filter.code() + ")")
            .collect(Collectors.joining(", ", "select ", ""));

    @Inject
    EntityManager em;

    /** For the container. */
    public CountryDeliveries() {}

    /** For tests. */
    CountryDeliveries(EntityManager em) {
        this.em = em;
    }

    /**
     * The newest first.
     *
     * @param after where the page before ended; null for the first
     * @return one more than {@link #PAGE} when there is another page
     */
    public List<DeliveryLine> page(Caller caller, DeliveryFilter filter, PageMark after) {
        Permissions.requireOperator(caller);
        Query query = em.createNativeQuery(select(after))
                .setParameter(1, filter.state().name());
        if (after != null) {
            query.setParameter(2, SqlTime.text(after.at())).setParameter(3, after.id());
        }
        return ((List<?>) query.getResultList())
                .stream().map(row -> line((Object[]) row)).toList();
    }

    static String select(PageMark after) {
        return LINES.formatted(after == null ? "" : AFTER);
    }

    /** How many there are of those that are open, up to {@link #COUNTED}. */
    public Map<DeliveryFilter, Long> counts(Caller caller) {
        Permissions.requireOperator(caller);
        Object[] numbers = (Object[]) em.createNativeQuery(COUNTS).getSingleResult();
        Map<DeliveryFilter, Long> counts = new EnumMap<>(DeliveryFilter.class);
        int column = 0;
        for (DeliveryFilter filter : DeliveryFilter.values()) {
            if (filter.isOpen()) {
                counts.put(filter, ((Number) numbers[column++]).longValue());
            }
        }
        return counts;
    }

    private static DeliveryLine line(Object[] row) {
        return new DeliveryLine(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                SqlTime.instant(row[6]),
                SqlTime.instant(row[7]),
                (String) row[8],
                row[9] instanceof Boolean yes ? yes : ((Number) row[9]).intValue() == 1);
    }
}
