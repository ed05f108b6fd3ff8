package se.fixamingata.integrationdesk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.integrationdesk.settings.ServerSettings;
import se.fixamingata.integrationdesk.settings.WayForm;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.Endpoints;

/** How an authority's connection stands, for its administrators and the operator. */
@Stateless
public class IntegrationDesk {

    private static final String SERVICES =
            """
            select (select count(*) from open311_service where authority_code = ?1 and gone_at is null),
                   (select count(*) from open311_mapping where authority_code = ?1)""";

    @Inject
    EntityManager em;

    @Inject
    Integrations integrations;

    @Inject
    Endpoints endpoints;

    @Inject
    OpenDeliveries deliveries;

    @Inject
    OpenFaults faults;

    /** For the container. */
    public IntegrationDesk() {}

    /** For tests. */
    IntegrationDesk(
            EntityManager em,
            Integrations integrations,
            Endpoints endpoints,
            OpenDeliveries deliveries,
            OpenFaults faults) {
        this.em = em;
        this.integrations = integrations;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.faults = faults;
    }

    /** How it stands now. A handful of queries. */
    public IntegrationView find(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        Optional<Integration> row = integrations.find(authorityCode);
        long[] updates = deliveries.updates(authorityCode);
        return new IntegrationView(
                authorityCode,
                row.map(Integration::channel).orElse(ChannelKind.MAIL),
                row.map(Integration::pausedAt).orElse(null),
                row.map(Integration::alarmedAt).orElse(null),
                WayForm.of(row),
                row.map(Integration::lastSentAt)
                        .or(() -> deliveries.lastArrival(authorityCode))
                        .orElse(null),
                row.map(Integration::lastReceivedAt).orElse(null),
                endpoints.find(authorityCode).map(this::server).orElse(null),
                deliveries.counts(authorityCode),
                updates[0],
                updates[1]);
    }

    private IntegrationView.ServerView server(Endpoint endpoint) {
        Object[] services = (Object[]) em.createNativeQuery(SERVICES)
                .setParameter(1, endpoint.authorityCode())
                .getSingleResult();
        return new IntegrationView.ServerView(
                endpoint.url(),
                endpoint.pollSucceededAt(),
                endpoint.pollFailures(),
                OpenDeliveries.number(services[0]),
                OpenDeliveries.number(services[1]));
    }

    /** Their server's settings; empty when none is registered. */
    public Optional<ServerSettings> server(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return endpoints.find(authorityCode).map(ServerSettings::of);
    }

    /** What has not arrived: what needs somebody first, then the oldest; fifty at most. */
    public List<QueuedDelivery> queue(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return deliveries.list(authorityCode);
    }

    /** What went wrong and nobody has seen to, by reason, the latest first; twenty at most. */
    public List<FaultGroup> faults(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return faults.groups(authorityCode);
    }
}
