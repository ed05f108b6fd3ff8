package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.integration.Integrations;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.sending.LeaseLost;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.SqlTime;

/** Whose turn it is to be asked, and by whom. Every step is a transaction of its own; call them without one. */
@ApplicationScoped
class EndpointTurns {

    /** Longer than the slowest permitted call; prolonged before each. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** So long one visit asks on and on; what is left is asked for at the next. */
    static final Duration VISIT = Duration.ofMinutes(3);

    /** After the first failure, the second, and so on; then the last for ever. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    private static final Duration SERVICES = Duration.ofHours(1);

    /** An authority that has gone back to letters is asked as long as there is something to ask for. */
    private static final String DUE =
            """
            select e.authority_code from open311_endpoint e
             where (e.next_poll_at <= ?1 or e.services_due_at <= ?1) and (e.lease_until is null or e.lease_until <= ?1)
               and not exists (select 1 from integration i where i.authority_code = e.authority_code and i.paused_at is not null)
               and (exists (select 1 from integration i where i.authority_code = e.authority_code and i.channel = 'OPEN311')
                    or exists (select 1 from remote_request q where q.authority_code = e.authority_code and q.state = 'NUMBERED'))
             order by least(coalesce(e.next_poll_at, e.services_due_at), e.services_due_at)""";

    private static final String TAKE =
            DUE.replace("where (", "where e.authority_code = ?2 and (") + " limit 1 for update skip locked";

    /** Servers of one look. */
    private static final int MOST = 100;

    @Inject
    EntityManager em;

    private ShortTransaction transaction;
    private Integrations integrations;
    private Event<ServerAnswersAgain> answers;
    private Duration every;
    private Clock clock;

    /** For the container's proxies. */
    protected EndpointTurns() {}

    /** @param every how long after a successful question the next one is asked */
    @Inject
    EndpointTurns(
            ShortTransaction transaction,
            Integrations integrations,
            Event<ServerAnswersAgain> answers,
            @ConfigProperty(name = "fmg.open311.poll.every") Duration every,
            Clock clock) {
        this.transaction = transaction;
        this.integrations = integrations;
        this.answers = answers;
        this.every = every;
        this.clock = clock;
    }

    /** The authorities whose endpoints are due and held by nobody, longest waiting first. */
    @SuppressWarnings("unchecked")
    List<String> due() {
        return transaction.call(() -> em.createNativeQuery(DUE)
                .setParameter(1, SqlTime.text(clock.instant()))
                .setMaxResults(MOST)
                .getResultList());
    }

    /** Takes that endpoint; empty when it is not due any more, or somebody else's. */
    Optional<Endpoint> take(String authorityCode, String owner) {
        return transaction.call(() -> {
            Instant now = clock.instant();
            List<?> due = em.createNativeQuery(TAKE)
                    .setParameter(1, SqlTime.text(now))
                    .setParameter(2, authorityCode)
                    .getResultList();
            if (due.isEmpty()) {
                return Optional.<Endpoint>empty();
            }
            Endpoint endpoint = em.find(Endpoint.class, due.get(0), LockModeType.PESSIMISTIC_WRITE);
            endpoint.lease(owner, now.plus(LEASE));
            return Optional.of(endpoint);
        });
    }

    /**
     * Before every call: prolongs the lease.
     *
     * @throws LeaseLost when it is somebody else's by now, the way was closed, or the server is another
     */
    void alive(Endpoint asked, String owner) {
        held(asked, owner, (endpoint, now) -> {
            if (integrations.isPaused(endpoint.authorityCode())
                    || !endpoint.dialect().equals(asked.dialect())) {
                throw new LeaseLost();
            }
            endpoint.lease(owner, now.plus(LEASE));
        });
    }

    /** Everything up to that moment has been heard; what comes later is asked for now. */
    void heardUntil(Endpoint asked, String owner, Instant until) {
        held(asked, owner, (endpoint, now) -> endpoint.heardUntil(until));
    }

    void servicesLookedAt(Endpoint asked, String owner) {
        held(asked, owner, (endpoint, now) -> endpoint.servicesLookedAt(now.plus(SERVICES)));
    }

    /**
     * All has been heard. What waits because it was silent is told in a transaction of its own: whoever sends again by hand locks the
     * rows in another order.
     */
    void polled(Endpoint asked, String owner, Instant until) {
        held(asked, owner, (endpoint, now) -> endpoint.polled(until, now.plus(every), now));
        if (asked.pollFailures() > 0) {
            transaction.run(() -> answers.fire(new ServerAnswersAgain(asked.authorityCode())));
        }
    }

    /** There was more than one visit may take; the rest is asked for soon. */
    void unfinished(Endpoint asked, String owner) {
        held(asked, owner, (endpoint, now) -> endpoint.goOn(now.plus(PAUSES.get(0))));
    }

    /** It could not be asked, or not all of it. */
    void failed(Endpoint asked, String owner) {
        held(
                asked,
                owner,
                (endpoint, now) -> endpoint.pollFailed(
                        now.plus(PAUSES.get(Math.min(endpoint.pollFailures(), PAUSES.size() - 1)))));
    }

    /** Gives it back as it is; nothing happens when it is somebody else's. */
    void release(Endpoint asked, String owner) {
        try {
            held(asked, owner, (endpoint, now) -> endpoint.release());
        } catch (LeaseLost already) {
            // Nothing to give back.
        }
    }

    private void held(Endpoint asked, String owner, BiConsumer<Endpoint, Instant> work) {
        transaction.run(() -> {
            Instant now = clock.instant();
            Endpoint endpoint = em.find(Endpoint.class, asked.authorityCode(), LockModeType.PESSIMISTIC_WRITE);
            if (endpoint == null || !endpoint.isHeldBy(owner, now)) {
                throw new LeaseLost();
            }
            work.accept(endpoint, now);
        });
    }
}
