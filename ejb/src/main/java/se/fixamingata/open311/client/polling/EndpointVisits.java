package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.client.services.ServiceImport;
import se.fixamingata.sending.LeaseLost;

/** Visits servers: whether its services have changed, and what has happened to our reports. */
@ApplicationScoped
class EndpointVisits {

    private static final System.Logger LOG = System.getLogger(EndpointVisits.class.getName());

    private EndpointTurns turns;
    private ServiceImport services;
    private UpdatesPoll updates;
    private RequestsPoll requests;
    private Clock clock;

    /** For the container's proxies. */
    protected EndpointVisits() {}

    @Inject
    EndpointVisits(
            EndpointTurns turns, ServiceImport services, UpdatesPoll updates, RequestsPoll requests, Clock clock) {
        this.turns = turns;
        this.services = services;
        this.updates = updates;
        this.requests = requests;
        this.clock = clock;
    }

    /** The authorities whose servers are due, longest waiting first. */
    List<String> due() {
        return turns.due();
    }

    /**
     * Call it without a transaction.
     *
     * @param owner this round's name, never used before
     * @return whether it was still due, and nobody else's
     */
    boolean visit(String authorityCode, String owner) {
        Optional<Endpoint> due = turns.take(authorityCode, owner);
        due.ifPresent(endpoint -> visit(endpoint, owner));
        return due.isPresent();
    }

    private void visit(Endpoint endpoint, String owner) {
        Instant now = clock.instant();
        try {
            if (!endpoint.servicesDueAt().isAfter(now)) {
                services.refresh(endpoint, () -> turns.alive(endpoint, owner));
                turns.servicesLookedAt(endpoint, owner);
            }
            if (endpoint.nextPollAt() == null || endpoint.nextPollAt().isAfter(now)) {
                turns.release(endpoint, owner);
            } else if (!poll(endpoint, owner)) {
                turns.failed(endpoint, owner);
            }
        } catch (LeaseLost lost) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "The server of authority {0} is somebody else''s to ask, or is not to be asked",
                    endpoint.authorityCode());
            turns.release(endpoint, owner);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "Asking the server of " + endpoint.authorityCode() + " failed", broken);
            // The lease runs out by itself, which is pause enough.
        }
    }

    private boolean poll(Endpoint endpoint, String owner) {
        return endpoint.dialect().updates() == UpdatesFrom.UPDATES
                ? updates.poll(endpoint, owner)
                : requests.poll(endpoint, owner);
    }
}
