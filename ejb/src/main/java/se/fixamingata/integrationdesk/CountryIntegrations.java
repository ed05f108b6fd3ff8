package se.fixamingata.integrationdesk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.shared.SqlTime;

/** How all authorities' connections stand, for the operator. */
@Stateless
public class CountryIntegrations {

    /** Authorities of one page. */
    public static final int PAGE = 50;

    /** Only what is open is read of deliveries and faults, along their indexes; the last arrival is the end of an index, too. */
    private static final String STANDING =
            """
            select a.code, a.slug, a.name, coalesce(i.channel, 'MAIL') as channel, i.paused_at, i.alarmed_at,
                   coalesce(i.alarm_hours, ?2) as alarm_hours, coalesce(i.last_sent_at, l.arrived_at) as sent_at,
                   i.last_received_at as received_at, coalesce(q.stuck, 0) + coalesce(u.stuck, 0) as stuck,
                   coalesce(q.waiting, 0) as waiting, coalesce(q.homeless, 0) as homeless, q.oldest_at, coalesce(e.poll_failures, 0) as silences,
                   (select count(*) from integration_fault f where f.authority_code = a.code and f.handled_at is null)
                       as faults,
                   (select max(f.occurred_at) from integration_fault f
                     where f.authority_code = a.code and f.handled_at is null) as fault_at
              from authority a
              left join integration i on i.authority_code = a.code
              left join open311_endpoint e on e.authority_code = a.code and i.channel = 'OPEN311'
              left join (select authority_code, max(delivered_at) as arrived_at from delivery group by authority_code) l
                on l.authority_code = a.code
              left join (select d.authority_code, sum(d.state in ('PARKED', 'BOUNCED')) as stuck,
                                sum(d.state not in ('PARKED', 'BOUNCED')) as waiting,
                                sum(d.state = 'WAITING_FOR_ADDRESS') as homeless,
                                min(coalesce(d.due_since, d.created_at)) as oldest_at
                           from delivery d where d.state in (%s) group by d.authority_code) q
                on q.authority_code = a.code
              left join (select authority_code, count(*) as stuck from update_delivery where state = 'PARKED'
                          group by authority_code) u
                on u.authority_code = a.code
             where a.name like concat('%%', ?1, '%%')"""
                    .formatted(OpenDeliveries.OPEN_STATES);

    private static final String WORST_FIRST =
            """
            select s.code, s.slug, s.name, s.channel, %s, %s, s.alarm_hours, %s, %s, s.stuck, s.waiting, %s, s.faults, %s,
                   s.silences, s.homeless
              from (%s) s
             where (%%s)
             order by alarmed_at is null, stuck = 0, faults + silences = 0, paused_at is null, stuck desc, waiting desc,
                      name, code
             limit %d offset %%d"""
                    .formatted(
                            SqlTime.micros("s.paused_at"),
                            SqlTime.micros("s.alarmed_at"),
                            SqlTime.micros("s.sent_at"),
                            SqlTime.micros("s.received_at"),
                            SqlTime.micros("s.oldest_at"),
                            SqlTime.micros("s.fault_at"),
                            STANDING.replace("%", "%%"),
                            PAGE);

    private static final String COUNTS = Stream.of(CountryFilter.values())
            .map(filter -> "coalesce(sum(" + filter.condition() + "), 0)")
            .collect(Collectors.joining(", ", "select ", " from (" + STANDING + ") s"));

    @Inject
    EntityManager em;

    @Inject
    AlarmSettings alarms;

    /** For the container. */
    public CountryIntegrations() {}

    /** For tests. */
    CountryIntegrations(EntityManager em, AlarmSettings alarms) {
        this.em = em;
        this.alarms = alarms;
    }

    /**
     * The worst first: alarms, what was given up, what went wrong, what is paused. Two queries.
     *
     * @param name a part of one's name; empty for all
     * @param page 0 for the first
     */
    public CountryList list(Caller caller, CountryFilter filter, String name, int page) {
        Permissions.requireOperator(caller);
        String part = name.strip().replaceAll("([%_\\\\])", "\\\\$1");
        List<CountryRow> rows = query(WORST_FIRST.formatted(filter.condition(), page * PAGE), part).stream()
                .map(CountryIntegrations::row)
                .toList();
        return new CountryList(rows, counts(part));
    }

    private Map<CountryFilter, Long> counts(String part) {
        Object[] numbers = query(COUNTS, part).get(0);
        Map<CountryFilter, Long> counts = new EnumMap<>(CountryFilter.class);
        for (CountryFilter filter : CountryFilter.values()) {
            counts.put(filter, OpenDeliveries.number(numbers[filter.ordinal()]));
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> query(String sql, String part) {
        return em.createNativeQuery(sql)
                .setParameter(1, part)
                .setParameter(2, alarms.hours())
                .getResultList();
    }

    private static CountryRow row(Object[] row) {
        return new CountryRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ChannelKind.valueOf((String) row[3]),
                SqlTime.instant(row[4]),
                SqlTime.instant(row[5]),
                (int) OpenDeliveries.number(row[6]),
                SqlTime.instant(row[7]),
                SqlTime.instant(row[8]),
                OpenDeliveries.number(row[9]),
                OpenDeliveries.number(row[10]),
                SqlTime.instant(row[11]),
                OpenDeliveries.number(row[12]),
                SqlTime.instant(row[13]),
                OpenDeliveries.number(row[14]),
                OpenDeliveries.number(row[15]));
    }
}
