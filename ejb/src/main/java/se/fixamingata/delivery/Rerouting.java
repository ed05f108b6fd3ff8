package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.shared.SqlTime;

/**
 * Puts what has not gone yet onto the way that is today's, in one statement whatever its number: an address came or changed, an
 * authority takes another way, its way was closed or opened.
 *
 * <ul>
 * <li>What was handed over with unknown outcome stays on the way on which it may have arrived; it only pauses and goes on.
 * <li>What was given up, or came back, is tried again when there is another recipient than the one that failed, or when that server's
 *     settings, or the service that its category is there, have been changed since.
 * <li>What somebody is sending at this moment is left alone; it is judged anew before its next attempt.
 * </ul>
 */
@ApplicationScoped
class Rerouting {

    /** {@code kept}: stays where it may have arrived. {@code mended}: the same server, with other settings or another service since. */
    private static final String WANTED =
            """
            select d.id, d.version, d.state, d.channel as was, d.recipient as had, d.unknowns,
                   i.paused_at is not null as paused,
                   d.unknowns > 0 and d.state <> 'BOUNCED'
                       and (d.state <> 'PARKED' or d.channel <> 'MAIL' or coalesce(i.channel, 'MAIL') <> 'MAIL') as kept,
                   d.channel = 'OPEN311' and d.unknowns = 0
                       and greatest(e.changed_at, m.changed_at) > d.next_attempt_at as mended,
                   coalesce(i.channel, 'MAIL') as channel,
                   case coalesce(i.channel, 'MAIL')
                       when 'MAIL' then coalesce(c.email, a.email)
                       when 'OPEN311' then if(m.service_code is null, null, e.url)
                   end as recipient
              from delivery d
              join report r on r.id = d.report_id
              join authority a on a.code = d.authority_code and a.state <> 'REFUSING'
              left join category_recipient c on c.authority_code = a.code and c.category_code = r.category_code
              left join integration i on i.authority_code = a.code
              left join open311_endpoint e on e.authority_code = a.code
              left join open311_mapping m on m.authority_code = a.code and m.category_code = r.category_code
             where d.state in ('WAITING_FOR_ADDRESS', 'DUE', 'PARKED', 'PAUSED', 'TO_FETCH', 'BOUNCED')
               and d.lease_owner is null""";

    private static final String GOAL =
            """
            select w.id, w.version, w.state, w.was, w.had, w.unknowns, w.kept, coalesce(w.mended, false) as mended,
                   if(w.kept, w.was, w.channel) as channel,
                   if(w.kept, w.had, w.recipient) as recipient,
                   case
                       when w.paused then 'PAUSED'
                       when w.kept then 'DUE'
                       when w.channel = 'PULL' then 'TO_FETCH'
                       when w.recipient is null then 'WAITING_FOR_ADDRESS'
                       else 'DUE'
                   end as goal
              from (%s) w""";

    private static final String MOVE =
            """
            update delivery d join (%s) g on g.id = d.id and g.version = d.version
               set d.channel = g.channel, d.recipient = g.recipient, d.state = g.goal,
                   d.due_since = if(g.goal = 'DUE', ?1, d.due_since),
                   d.next_attempt_at = if(g.goal = 'DUE', ?1, d.next_attempt_at),
                   d.attempts = if(g.goal = 'DUE', 0, d.attempts),
                   d.unknowns = if(g.kept, d.unknowns, 0),
                   d.version = g.version + 1
             where d.lease_owner is null
               and (g.state in ('PARKED', 'BOUNCED') and g.goal in ('DUE', 'TO_FETCH')
                        and (g.channel <> g.was or not (g.recipient <=> g.had) or g.state = 'PARKED' and g.mended)
                    or g.state in ('WAITING_FOR_ADDRESS', 'DUE', 'PAUSED', 'TO_FETCH')
                        and (g.state <> g.goal or g.channel <> g.was or not (g.recipient <=> g.had)))""";

    private static final String EVERYBODY = MOVE.formatted(GOAL.formatted(WANTED));
    private static final String ONE = MOVE.formatted(GOAL.formatted(WANTED + " and d.authority_code = ?2"));

    @Inject
    EntityManager em;

    private final Clock clock;

    /** For the container's proxies. */
    protected Rerouting() {
        this(null);
    }

    @Inject
    Rerouting(Clock clock) {
        this.clock = clock;
    }

    /** For tests. */
    Rerouting(EntityManager em, Clock clock) {
        this(clock);
        this.em = em;
    }

    /** Looks at what that authority has not got yet; needs a transaction. @return how many deliveries were moved */
    int ofAuthority(String authorityCode) {
        em.flush();
        return em.createNativeQuery(ONE)
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, authorityCode)
                .executeUpdate();
    }

    /** The same for all authorities. */
    int ofAll() {
        em.flush();
        return em.createNativeQuery(EVERYBODY)
                .setParameter(1, SqlTime.text(clock.instant()))
                .executeUpdate();
    }
}
