package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.open311.client.AttributeStyle;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointDialect;
import se.fixamingata.open311.client.EndpointKeys;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.wire.ServiceAttribute;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/**
 * Connects Karlstad to the case system that {@code payara-config/demo.sh} starts beside the demonstration. Once: who changes the
 * connection afterwards keeps what they changed.
 */
@Stateless
public class DemonstrationConnections {

    private static final String KARLSTAD = "1780";

    /** As the case system has them; worth nothing outside a demonstration. */
    private static final String KEY = "nyckel-till-demonstrationen";

    private static final String OWN_ID = "fixamingata_id";

    private record Service(String name, String group, String type, List<String> categories) {}

    private static final Map<String, Service> SERVICES = services();

    private static final String ADD_SERVICE =
            """
            insert into open311_service (authority_code, service_code, name, description, service_group, type, metadata,
                                         definition, seen_at)
            values (?1, ?2, ?3, ?3, ?4, ?5, true, ?6, ?7)""";

    private static final String ADD_MAPPING =
            """
            insert into open311_mapping (authority_code, category_code, service_code)
            select ?1, code, ?2 from category where code = ?3""";

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    Endpoints endpoints;

    @Inject
    EndpointKeys keys;

    @Inject
    Event<IntegrationChanged> changed;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.demo.open311.url")
    Optional<String> address;

    /** For the container. */
    public DemonstrationConnections() {}

    /** For tests. */
    DemonstrationConnections(
            EntityManager em, EndpointKeys keys, Event<IntegrationChanged> changed, Clock clock, String address) {
        this.em = em;
        this.turns = new OneAtATime(em);
        this.endpoints = new Endpoints(em);
        this.keys = keys;
        this.changed = changed;
        this.clock = clock;
        this.address = Optional.of(address);
    }

    private static Map<String, Service> services() {
        Map<String, Service> all = new LinkedHashMap<>();
        all.put("BEL", new Service("Belysning", "Gata", "realtime", List.of("lighting")));
        all.put(
                "GATA",
                new Service(
                        "Gata och trafik",
                        "Gata",
                        "realtime",
                        List.of(
                                "bicycle_rack",
                                "cycleway",
                                "bus_stop",
                                "drain",
                                "parking",
                                "signals",
                                "road_other",
                                "signs",
                                "other")));
        all.put("VINTER", new Service("Snö och halka", "Gata", "realtime", List.of("winter")));
        all.put("KLOTTER", new Service("Klotter", "Renhållning", "realtime", List.of("graffiti")));
        all.put("RENH", new Service("Nedskräpning", "Renhållning", "realtime", List.of("litter", "waste")));
        all.put("PARK", new Service("Park och lek", "Park", "realtime", List.of("park", "playground")));
        all.put("TRAD", new Service("Träd", "Park", "batch", List.of("trees")));
        return all;
    }

    /** Public because the container calls nothing else on a bean. Nothing happens without such a system. */
    public void load() {
        Optional<String> url = address.filter(text -> !text.isBlank());
        if (url.isEmpty()) {
            return;
        }
        turns.enter("demonstration.connections");
        if (endpoints.find(KARLSTAD).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Endpoint endpoint = new Endpoint(KARLSTAD, dialect(url.get()), now);
        keys.set(endpoint, KEY);
        endpoints.add(endpoint);
        Integration way = em.find(Integration.class, KARLSTAD);
        if (way == null) {
            em.persist(new Integration(KARLSTAD, ChannelKind.OPEN311, now));
        } else {
            way.use(ChannelKind.OPEN311, now);
        }
        em.flush();
        SERVICES.forEach((code, service) -> add(code, service, now));
        changed.fire(new IntegrationChanged(KARLSTAD));
    }

    private static EndpointDialect dialect(String url) {
        return new EndpointDialect(
                url,
                null,
                WireFormat.XML,
                AttributeStyle.BRACKETS,
                true,
                "fixed",
                UpdatesFrom.UPDATES,
                true,
                ZoneId.of("Europe/Stockholm"),
                OWN_ID);
    }

    private void add(String code, Service service, Instant now) {
        em.createNativeQuery(ADD_SERVICE)
                .setParameter(1, KARLSTAD)
                .setParameter(2, code)
                .setParameter(3, service.name())
                .setParameter(4, service.group())
                .setParameter(5, service.type())
                .setParameter(6, ServiceAttribute.write(List.of(ownId())))
                .setParameter(7, SqlTime.text(now))
                .executeUpdate();
        service.categories().forEach(category -> em.createNativeQuery(ADD_MAPPING)
                .setParameter(1, KARLSTAD)
                .setParameter(2, code)
                .setParameter(3, category)
                .executeUpdate());
    }

    private static ServiceAttribute ownId() {
        return new ServiceAttribute(OWN_ID, true, "string", false, "", 1, "Avsändarens nummer", "", List.of());
    }
}
