package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.shared.SqlTime;

/** What went wrong with an authority's system and nobody has seen to, grouped by reason. */
@ApplicationScoped
class OpenFaults {

    /** Groups of one list. */
    static final int MOST = 20;

    /** Characters of an answer: enough to see what kind of thing it is. */
    private static final int ANSWER = 4000;

    private static final int SUBJECTS = 8;

    private static final String GROUPS =
            """
            select g.action, g.reason, g.number, g.first_at, g.last_at, g.last_id, g.subjects, f.request,
                   left(f.answer, %d)
              from (select action, reason, count(*) as number, %s as first_at, %s as last_at, max(id) as last_id,
                           group_concat(distinct subject order by id desc separator ' ' limit %d) as subjects
                      from integration_fault
                     where authority_code = ?1 and handled_at is null
                     group by action, reason
                     order by max(id) desc
                     limit %d) g
              join integration_fault f on f.id = g.last_id
             order by g.last_id desc"""
                    .formatted(
                            ANSWER,
                            SqlTime.micros("min(occurred_at)"),
                            SqlTime.micros("max(occurred_at)"),
                            SUBJECTS,
                            MOST);

    private static final String HANDLED =
            """
            update integration_fault set handled_at = ?1, handled_by = ?2
             where authority_code = ?3 and handled_at is null and action = ?4 and reason = ?5 and id <= ?6""";

    private static final String OLD = "delete from integration_fault where occurred_at < ?1 limit 5000";

    @Inject
    EntityManager em;

    /** For the container. */
    OpenFaults() {}

    /** For tests. */
    OpenFaults(EntityManager em) {
        this.em = em;
    }

    /** The latest first; at most {@link #MOST}. */
    @SuppressWarnings("unchecked")
    List<FaultGroup> groups(String authorityCode) {
        return ((List<Object[]>) em.createNativeQuery(GROUPS)
                        .setParameter(1, authorityCode)
                        .getResultList())
                .stream().map(OpenFaults::group).toList();
    }

    private static FaultGroup group(Object[] row) {
        return new FaultGroup(
                FaultAction.valueOf((String) row[0]),
                (String) row[1],
                OpenDeliveries.number(row[2]),
                SqlTime.instant(row[3]),
                SqlTime.instant(row[4]),
                OpenDeliveries.number(row[5]),
                subjects((String) row[6]),
                (String) row[7],
                (String) row[8]);
    }

    private static List<String> subjects(String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(" "));
    }

    /** @return how many */
    int handled(String authorityCode, FaultAction action, String reason, long lastId, long accountId, Instant now) {
        return em.createNativeQuery(HANDLED)
                .setParameter(1, SqlTime.text(now))
                .setParameter(2, accountId)
                .setParameter(3, authorityCode)
                .setParameter(4, action.name())
                .setParameter(5, reason)
                .setParameter(6, lastId)
                .executeUpdate();
    }

    /** Some of those from before that moment are gone. @return how many */
    int forget(Instant before) {
        return em.createNativeQuery(OLD).setParameter(1, SqlTime.text(before)).executeUpdate();
    }
}
