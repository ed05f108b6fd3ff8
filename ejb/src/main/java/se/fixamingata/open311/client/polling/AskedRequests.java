package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.shared.SqlTime;

/** Which of our reports an authority's server is asked for, and what it said. */
@ApplicationScoped
class AskedRequests {

    private static final Duration OPEN_LONGEST = Duration.ofHours(6);
    private static final Duration CLOSED_LONGEST = Duration.ofDays(30);
    private static final Duration PUT_OFF_LONGEST = Duration.ofHours(1);

    /** The longer nothing has happened, the seldomer it is asked for: a tenth of a day after fifty days, and so on. */
    private static final int OPEN_SHARE = 500;

    /** Closed ones may be opened again there, which happens soon or never. */
    private static final int CLOSED_SHARE = 20;

    private static final String DUE = "select q.delivery_id, q.report_id, q.service_request_id, q.remote_status, "
            + SqlTime.micros("q.remote_updated_at") + ", q.heard_hash, "
            + "r.status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED'), "
            + SqlTime.micros("greatest(q.created_at, coalesce(q.remote_updated_at, q.created_at))")
            + " from remote_request q join report r on r.id = q.report_id"
            + " where q.authority_code = ?1 and q.state = 'NUMBERED' and (q.next_poll_at is null or q.next_poll_at <= ?2)"
            + " order by q.next_poll_at, q.delivery_id";

    @Inject
    EntityManager em;

    private Duration every;

    /** For the container's proxies. */
    protected AskedRequests() {}

    @Inject
    AskedRequests(@ConfigProperty(name = "fmg.open311.poll.every") Duration every) {
        this.every = every;
    }

    /** Those whose time has come, longest waiting first. */
    List<AskedRequest> due(String authorityCode, Instant now, int most) {
        return em
                .createNativeQuery(DUE)
                .setParameter(1, authorityCode)
                .setParameter(2, SqlTime.text(now))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> asked((Object[]) row))
                .toList();
    }

    private static AskedRequest asked(Object[] row) {
        return new AskedRequest(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                SqlTime.instant(row[4]),
                (byte[]) row[5],
                ((Number) row[6]).intValue() != 0,
                SqlTime.instant(row[7]));
    }

    /** It was asked for. Needs a transaction. */
    void asked(AskedRequest one, Instant now) {
        next(one, now.plus(pause(one, now)));
    }

    /** It could not be asked for, or what was said not taken: others first, and then it again, soon. Needs a transaction. */
    void putOff(AskedRequest one, Instant now) {
        Duration pause = pause(one, now);
        next(one, now.plus(pause.compareTo(PUT_OFF_LONGEST) < 0 ? pause : PUT_OFF_LONGEST));
    }

    private void next(AskedRequest one, Instant at) {
        em.createNativeQuery("update remote_request set next_poll_at = ?2 where delivery_id = ?1")
                .setParameter(1, one.deliveryId())
                .setParameter(2, SqlTime.text(at))
                .executeUpdate();
    }

    /** It was heard of. Needs the transaction of what it says. */
    void heard(AskedRequest one, Said said) {
        em.createNativeQuery("update remote_request set remote_status = ?2, remote_updated_at = ?3, heard_hash = ?4"
                        + " where delivery_id = ?1")
                .setParameter(1, one.deliveryId())
                .setParameter(2, said.status())
                .setParameter(3, said.at() == null ? null : SqlTime.text(said.at()))
                .setParameter(4, Said.hash(said.text()))
                .executeUpdate();
    }

    Duration pause(AskedRequest one, Instant now) {
        Duration age = Duration.between(one.since(), now);
        Duration fitting = age.dividedBy(one.open() ? OPEN_SHARE : CLOSED_SHARE);
        Duration longest = one.open() ? OPEN_LONGEST : CLOSED_LONGEST;
        if (fitting.compareTo(every) < 0) {
            return every.minusSeconds(1);
        }
        return fitting.compareTo(longest) < 0 ? fitting : longest;
    }
}
