package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.open311.client.DueTokens;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.EndpointRest;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.open311.client.TokenPauses;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireNode;
import se.fixamingata.sending.LaneQueue;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.ShortTransaction;

/**
 * Asks what the receipts for residents' words have become: by their number we know them again when they come back. The words themselves
 * have arrived; without a number they are known by what they say.
 */
@ApplicationScoped
public class UpdateTokens implements LaneQueue {

    private static final String DUE =
            """
            select * from update_delivery
             where next_poll_at <= ?1 and authority_code = ?2 and state = 'DELIVERED'
             order by next_poll_at
             limit 1
               for update skip locked""";

    private static final String LANES =
            """
            select distinct u.authority_code from update_delivery u
             where u.next_poll_at <= ?1 and u.state = 'DELIVERED'
               and not exists (select 1 from integration i where i.authority_code = u.authority_code and i.paused_at is not null)
             order by u.authority_code""";

    @Inject
    EntityManager em;

    @Inject
    EndpointCalls calls;

    @Inject
    Endpoints endpoints;

    @Inject
    EndpointRest rest;

    @Inject
    ShortTransaction transaction;

    @Inject
    OutcomeKeeper outcomes;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "update_tokens";
    }

    @Override
    public List<String> dueLanes() {
        return due().authorities();
    }

    @Override
    public int workOff(String lane, String owner, int most) {
        return due().each(lane, most, this::ask);
    }

    private DueTokens<UpdateDelivery> due() {
        return new DueTokens<>(em, transaction, clock, UpdateDelivery.class, LANES, DUE, UpdateDelivery::asked);
    }

    private void ask(UpdateDelivery one) {
        Optional<Endpoint> endpoint = transaction.call(() -> endpoints.find(one.authorityCode()));
        Optional<String> number = endpoint.isEmpty() || rest.isResting(one.authorityCode())
                ? Optional.empty()
                : number(endpoint.get(), one.token());
        outcomes.write(
                () -> Optional.ofNullable(em.find(UpdateDelivery.class, one.id(), LockModeType.PESSIMISTIC_WRITE))
                        .ifPresent(row -> told(row, number)));
    }

    private void told(UpdateDelivery row, Optional<String> number) {
        number.ifPresent(row::calledThere);
        if (row.remoteUpdateId() == null) {
            row.askAgain(TokenPauses.next(row.polls(), row.createdAt(), clock.instant())
                    .orElse(null));
        }
    }

    /** At the address of mySociety's document, and where its own client asks. */
    private Optional<String> number(Endpoint endpoint, String token) {
        WireAnswer answer = get(endpoint, "update_tokens/", token);
        Optional<String> number =
                Optional.ofNullable(UpdateName.in(answer.node()).number());
        if (number.isPresent() || answer.heard() != WireAnswer.Heard.ANSWERED) {
            return number;
        }
        WireNode other = get(endpoint, "tokens/", token).node();
        return Optional.ofNullable(UpdateName.in(other).number()).or(() -> other.items("request").stream()
                .map(request -> request.text("service_request_id"))
                .filter(id -> !id.isEmpty() && id.length() <= UpdateName.MOST)
                .findFirst());
    }

    private WireAnswer get(Endpoint endpoint, String resource, String token) {
        WireAnswer answer = calls.getWithKey(endpoint, resource + EndpointCalls.part(token), WireArguments.none());
        rest.after(endpoint.authorityCode(), answer);
        return answer;
    }

    @Override
    public Map<String, Long> countByState() {
        return Map.of(
                "waiting",
                em.createQuery("select count(d) from UpdateDelivery d where d.nextPollAt is not null", Long.class)
                        .getSingleResult());
    }

    @Override
    public Optional<Instant> oldestDue() {
        return em.createQuery(
                        "select d.nextPollAt from UpdateDelivery d where d.nextPollAt is not null order by d.nextPollAt",
                        Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
