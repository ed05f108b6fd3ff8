package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import se.fixamingata.open311.client.updates.UpdateDeliveryState;
import se.fixamingata.shared.SqlTime;

/** Residents' words that have not reached an authority's server; along an index, and bounded. */
@ApplicationScoped
class OpenUpdates {

    /** Words of one list. */
    static final int MOST = 50;

    private static final String LIST =
            """
            select u.id, u.report_id, r.title, u.state, %s, %s, u.last_error, u.lease_owner is not null
              from update_delivery u join report r on r.id = u.report_id
             where u.authority_code = ?1 and u.state in ('PARKED', 'DUE', 'WAITING_FOR_NUMBER', 'PAUSED')
             order by u.state <> 'PARKED', u.id
             limit %d"""
                    .formatted(
                            SqlTime.micros("u.created_at"),
                            SqlTime.micros("if(u.state = 'DUE', u.next_attempt_at, null)"),
                            MOST);

    @Inject
    EntityManager em;

    /** For the container. */
    OpenUpdates() {}

    /** For tests. */
    OpenUpdates(EntityManager em) {
        this.em = em;
    }

    /** What was given up first, then the oldest; at most {@link #MOST}. */
    @SuppressWarnings("unchecked")
    List<QueuedUpdate> list(String authorityCode) {
        return ((List<Object[]>) em.createNativeQuery(LIST)
                        .setParameter(1, authorityCode)
                        .getResultList())
                .stream().map(OpenUpdates::queued).toList();
    }

    /** Of those that should go by themselves, or were given up. */
    long count(String authorityCode) {
        return OpenDeliveries.number(
                em.createNativeQuery("select count(*) from update_delivery where authority_code = ?1"
                                + " and state in ('PARKED', 'DUE', 'WAITING_FOR_NUMBER')")
                        .setParameter(1, authorityCode)
                        .getSingleResult());
    }

    /** How it went with the newest of them that was tried; empty when none was. */
    @SuppressWarnings("unchecked")
    Optional<String> lastAnswer(String authorityCode) {
        return ((List<String>) em.createNativeQuery("select last_error from update_delivery where authority_code = ?1"
                                + " and state in ('PARKED', 'DUE') and last_error is not null order by id desc limit 1")
                        .setParameter(1, authorityCode)
                        .getResultList())
                .stream().map(OpenUpdates::answer).findFirst();
    }

    private static QueuedUpdate queued(Object[] row) {
        return new QueuedUpdate(
                OpenDeliveries.number(row[0]),
                OpenDeliveries.number(row[1]),
                (String) row[2],
                UpdateDeliveryState.valueOf((String) row[3]),
                SqlTime.instant(row[4]),
                SqlTime.instant(row[5]),
                answer((String) row[6]),
                OpenDeliveries.number(row[7]) == 1);
    }

    /** Without the outcome's name, which stands before it. */
    private static String answer(String lastError) {
        return lastError == null ? null : lastError.replaceFirst("^[A-Z_]+: ", "");
    }
}
