package se.fixamingata.integrationdesk.settings;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.wire.WireArguments;

/**
 * Calls an authority's server as the service does, and shows what went out and what came back. It changes nothing there: it reads the
 * services, and what was said in the last hour. Waits for another's machine, so outside any transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerTrial {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int ANSWER_MAX = 6000;

    @Inject
    Endpoints endpoints;

    @Inject
    EndpointCalls calls;

    @Inject
    Clock clock;

    /** For the container. */
    public ServerTrial() {}

    /** For tests. */
    public ServerTrial(Endpoints endpoints, EndpointCalls calls, Clock clock) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.clock = clock;
    }

    /** Every call in its order; empty when no server is registered. After one without any answer there is no next. */
    public List<TrialCall> attempt(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        Optional<Endpoint> registered = endpoints.find(authorityCode);
        List<TrialCall> made = new ArrayList<>();
        if (registered.isEmpty()) {
            return made;
        }
        Endpoint endpoint = registered.get();
        made.add(call(endpoint, "services", "service", WireArguments.none(), calls::get));
        if (made.get(0).status() > 0 && endpoint.dialect().updates() != UpdatesFrom.NONE) {
            boolean updates = endpoint.dialect().updates() == UpdatesFrom.UPDATES;
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            made.add(call(
                    endpoint,
                    updates ? "servicerequestupdates" : "requests",
                    updates ? "request_update" : "request",
                    WireArguments.none()
                            .add("start_date", now.minus(WINDOW).toString())
                            .add("end_date", now.toString()),
                    // As the polling does: the extension for updates wants a key, where the specification wants none.
                    updates ? calls::getWithKey : calls::get));
        }
        return made;
    }

    /** One way of asking: with our key, or without. */
    private interface Asking {
        WireAnswer ask(Endpoint endpoint, String resource, WireArguments arguments);
    }

    private TrialCall call(Endpoint endpoint, String resource, String item, WireArguments arguments, Asking asking) {
        Instant began = clock.instant();
        WireAnswer answer = asking.ask(endpoint, resource, arguments);
        String raw = answer.raw();
        return new TrialCall(
                resource,
                answer.request(),
                answer.status(),
                answer.reason(),
                answer.node().items(item).size(),
                raw.length() > ANSWER_MAX ? raw.substring(0, ANSWER_MAX) + "…" : raw,
                Duration.between(began, clock.instant()).toMillis());
    }
}
