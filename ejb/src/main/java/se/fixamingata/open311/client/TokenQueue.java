package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integrations;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.sending.LaneQueue;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.SendingFigures;
import se.fixamingata.sending.ShortTransaction;

/**
 * Asks what the tokens have become that were given for reports. An authority that is paused is not asked.
 */
@ApplicationScoped
public class TokenQueue implements LaneQueue {

    private static final System.Logger LOG = System.getLogger(TokenQueue.class.getName());

    private static final String DUE =
            """
            select * from remote_request r force index (ix_remote_asked)
             where r.state = 'TOKEN' and r.next_poll_at <= ?1 and r.authority_code = ?2
             order by r.next_poll_at
             limit 1
               for update skip locked""";

    private static final String LANES =
            """
            select a.code from authority a
             where exists (select 1 from remote_request r
                            where r.authority_code = a.code and r.state = 'TOKEN' and r.next_poll_at <= ?1)
               and not exists (select 1 from integration i where i.authority_code = a.code and i.paused_at is not null)
             order by a.code""";

    @Inject
    EntityManager em;

    private final EndpointCalls calls;
    private final Endpoints endpoints;
    private final RemoteRequests requests;
    private final EndpointRest rest;
    private final Faults faults;
    private final Integrations integrations;
    private final ShortTransaction transaction;
    private final OutcomeKeeper outcomes;
    private final Clock clock;

    /** For the container's proxies. */
    protected TokenQueue() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    TokenQueue(
            EndpointCalls calls,
            Endpoints endpoints,
            RemoteRequests requests,
            EndpointRest rest,
            Faults faults,
            Integrations integrations,
            ShortTransaction transaction,
            OutcomeKeeper outcomes,
            Clock clock) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.requests = requests;
        this.rest = rest;
        this.faults = faults;
        this.integrations = integrations;
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SendingFigures.TOKENS;
    }

    @Override
    public List<String> dueLanes() {
        return due().authorities();
    }

    @Override
    public int workOff(String lane, String owner, int most) {
        return due().each(lane, most, this::ask);
    }

    private DueTokens<RemoteRequest> due() {
        return new DueTokens<>(em, transaction, clock, RemoteRequest.class, LANES, DUE, RemoteRequest::asked);
    }

    private void ask(RemoteRequest one) {
        try {
            Optional<Endpoint> endpoint = transaction.call(() -> endpoints.find(one.authorityCode()));
            if (endpoint.isEmpty() || rest.isResting(one.authorityCode())) {
                outcomes.write(() -> later(one, null));
                return;
            }
            WireAnswer answer =
                    calls.get(endpoint.get(), "tokens/" + EndpointCalls.part(one.token()), WireArguments.none());
            rest.after(one.authorityCode(), answer);
            RemoteName name = answer.isGood() ? RemoteName.of(answer.node()) : RemoteName.NONE;
            outcomes.write(() -> {
                if (name.number().isEmpty()) {
                    later(one, answer);
                } else {
                    numbered(one, name);
                }
            });
        } catch (RuntimeException broken) {
            // Put off already; the others must not suffer.
            LOG.log(System.Logger.Level.ERROR, "Tokens: incident " + UUID.randomUUID(), broken);
        }
    }

    private void numbered(RemoteRequest asked, RemoteName name) {
        integrations.received(asked.authorityCode());
        requests.lock(asked.deliveryId())
                .filter(one -> one.state() == RemoteState.TOKEN)
                .ifPresent(one -> {
                    if (requests.byNumber(one.authorityCode(), name.number()).isEmpty()) {
                        one.numbered(name.number());
                    } else {
                        one.blind();
                        note(one, "same-number", null, name.told());
                    }
                });
    }

    /** @param answer null when nobody was asked */
    private void later(RemoteRequest asked, WireAnswer answer) {
        requests.lock(asked.deliveryId())
                .filter(one -> one.state() == RemoteState.TOKEN)
                .ifPresent(one -> {
                    Optional<Instant> next = TokenPauses.next(one.polls(), one.createdAt(), clock.instant());
                    if (next.isEmpty()) {
                        one.blind();
                        note(one, "token-silent", null, null);
                        return;
                    }
                    one.askAgain(next.get());
                    if (answer != null && !answer.isGood()) {
                        String reason = answer.status() == 404 ? "token-unknown" : answer.reason();
                        note(one, reason, answer.request(), answer.raw());
                    }
                });
    }

    private void note(RemoteRequest one, String reason, String request, String answer) {
        String about = "report:" + one.reportId();
        faults.note(one.authorityCode(), FaultAction.TOKEN, reason, about, request, answer);
    }

    @Override
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (RemoteState state : RemoteState.values()) {
            counts.put(state.name().toLowerCase(Locale.ROOT), 0L);
        }
        em.createNamedQuery("RemoteRequest.countByState", Object[].class)
                .getResultList()
                .forEach(counted ->
                        counts.put(((RemoteState) counted[0]).name().toLowerCase(Locale.ROOT), (Long) counted[1]));
        return counts;
    }

    @Override
    public Optional<Instant> oldestDue() {
        return em.createNamedQuery("RemoteRequest.oldestDue", Instant.class)
                .setParameter("token", RemoteState.TOKEN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
