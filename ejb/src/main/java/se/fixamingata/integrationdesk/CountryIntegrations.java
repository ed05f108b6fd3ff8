package se.fixamingata.integrationdesk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.shared.SqlTime;

/** How all authorities' connections stand, for the operator. */
@Stateless
public class CountryIntegrations {

    /** Authorities of one list. */
    public static final int MOST = 100;

    private static final String WORST_FIRST =
            """
            select a.code, a.slug, a.name, coalesce(i.channel, 'MAIL'), %1$s, %2$s, %3$s, %4$s,
                   coalesce(q.stuck, 0), coalesce(q.waiting, 0), q.oldest, coalesce(f.number, 0)
              from authority a
              left join integration i on i.authority_code = a.code
              left join (select d.authority_code, sum(d.state in ('PARKED', 'BOUNCED')) as stuck,
                                sum(d.state not in ('PARKED', 'BOUNCED')) as waiting,
                                min(%5$s) as oldest
                           from delivery d where d.state in (%6$s) group by d.authority_code) q
                on q.authority_code = a.code
              left join (select authority_code, count(*) as number from integration_fault
                          where handled_at is null group by authority_code) f on f.authority_code = a.code
             where (?1 = '' or a.name like concat(?1, '%%'))
               and (?1 <> '' or i.authority_code is not null or q.authority_code is not null or f.number is not null)
             order by i.alarmed_at is null, coalesce(q.stuck, 0) = 0, coalesce(f.number, 0) = 0, i.paused_at is null,
                      coalesce(q.stuck, 0) desc, coalesce(q.waiting, 0) desc, a.name
             limit %7$d"""
                    .formatted(
                            SqlTime.micros("i.paused_at"),
                            SqlTime.micros("i.alarmed_at"),
                            SqlTime.micros("i.last_sent_at"),
                            SqlTime.micros("i.last_received_at"),
                            SqlTime.micros("coalesce(d.due_since, d.created_at)"),
                            OpenDeliveries.OPEN_STATES,
                            MOST + 1);

    @Inject
    EntityManager em;

    /** For the container. */
    public CountryIntegrations() {}

    /** For tests. */
    CountryIntegrations(EntityManager em) {
        this.em = em;
    }

    /**
     * Those with which there is anything, the worst first: alarms, what was given up, what went wrong, what is paused.
     *
     * @param name the beginning of one's name, of all that there are; empty for none
     * @return one more than {@link #MOST} when there are more
     */
    @SuppressWarnings("unchecked")
    public List<CountryRow> list(Caller caller, String name) {
        Permissions.requireOperator(caller);
        String beginning = name.strip().replaceAll("([%_\\\\])", "\\\\$1");
        return ((List<Object[]>) em.createNativeQuery(WORST_FIRST)
                        .setParameter(1, beginning)
                        .getResultList())
                .stream().map(CountryIntegrations::row).toList();
    }

    private static CountryRow row(Object[] row) {
        return new CountryRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ChannelKind.valueOf((String) row[3]),
                SqlTime.instant(row[4]),
                SqlTime.instant(row[5]),
                SqlTime.instant(row[6]),
                SqlTime.instant(row[7]),
                OpenDeliveries.number(row[8]),
                OpenDeliveries.number(row[9]),
                SqlTime.instant(row[10]),
                OpenDeliveries.number(row[11]));
    }
}
