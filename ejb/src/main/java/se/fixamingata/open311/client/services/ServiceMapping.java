package se.fixamingata.open311.client.services;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.shared.OneAtATime;

/**
 * An administrator decides which service of the own server takes which of our categories. Of two who decide at once the second is told
 * what the first has chosen, where both have chosen.
 */
@Stateless
public class ServiceMapping {

    @Inject
    RemoteServices services;

    @Inject
    ServiceImport imports;

    @Inject
    Endpoints endpoints;

    @Inject
    Categories categories;

    @Inject
    AuditTrail audit;

    @Inject
    OneAtATime turns;

    @Inject
    Event<IntegrationChanged> changed;

    @Inject
    Clock clock;

    /**
     * How it stands.
     *
     * @param services those that have gone too
     * @param mapping codes of services by codes of categories
     * @param readAt when the list was last read; null for never
     */
    public record View(String url, List<RemoteService> services, Map<String, String> mapping, Instant readAt) {}

    /** Empty for an authority without a server of its own. */
    public Optional<View> view(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return endpoints
                .find(authorityCode)
                .map(endpoint -> new View(
                        endpoint.url(),
                        services.all(authorityCode),
                        services.mapping(authorityCode),
                        endpoint.servicesAt()));
    }

    /**
     * What came of choices.
     *
     * @param changed how many categories were changed; none when there is a conflict
     * @param conflicts codes of categories that somebody else has given another service meanwhile
     */
    public record Mapped(int changed, Set<String> conflicts) {

        public Mapped {
            conflicts = new TreeSet<>(conflicts);
        }
    }

    /**
     * Takes the choices; what is named and is something else than what was seen is changed, everything else stays. Reports that waited
     * for a choice are on their way after that.
     *
     * @param wanted codes of services by codes of categories; a blank one is none. What there is not, or is no longer offered, is
     *     passed over unless it was chosen before
     * @param seen what was chosen when the form was opened; what is not named was none
     */
    public Mapped map(Caller caller, String authorityCode, Map<String, String> wanted, Map<String, String> seen) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("services:" + authorityCode);
        Endpoint endpoint = endpoints.find(authorityCode).orElse(null);
        if (endpoint == null) {
            return new Mapped(0, Set.of());
        }
        Map<String, String> before = services.mapping(authorityCode);
        Map<String, String> touched = touched(wanted, seen);
        Set<String> conflicts = touched.keySet().stream()
                .filter(category -> !code(before, category).equals(code(seen, category)))
                .filter(category -> !code(before, category).equals(touched.get(category)))
                .collect(Collectors.toSet());
        if (!conflicts.isEmpty()) {
            return new Mapped(0, conflicts);
        }
        return new Mapped(keep(caller, endpoint, touched, before), Set.of());
    }

    private static Map<String, String> touched(Map<String, String> wanted, Map<String, String> seen) {
        Map<String, String> touched = new LinkedHashMap<>();
        wanted.keySet().stream()
                .filter(category -> !code(wanted, category).equals(code(seen, category)))
                .forEach(category -> touched.put(category, code(wanted, category)));
        return touched;
    }

    /** Empty for none. */
    private static String code(Map<String, String> chosen, String category) {
        return chosen.getOrDefault(category, "").strip();
    }

    private int keep(Caller caller, Endpoint endpoint, Map<String, String> wanted, Map<String, String> before) {
        String authorityCode = endpoint.authorityCode();
        Map<String, RemoteService> offered = services.all(authorityCode).stream()
                .filter(service -> !service.gone())
                .collect(Collectors.toMap(RemoteService::code, service -> service));
        Set<String> known = categories.all().stream().map(Category::code).collect(Collectors.toSet());
        int moved = 0;
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            String category = one.getKey();
            String code = one.getValue().isEmpty() ? null : one.getValue();
            boolean possible = known.contains(category) && (code == null || offered.containsKey(code));
            if (possible && !Objects.equals(code, before.get(category))) {
                services.map(authorityCode, category, code, clock.instant());
                imports.ask(endpoint, category, code == null ? null : offered.get(code));
                record(caller, authorityCode, category, before.get(category), code);
                moved++;
            }
        }
        if (moved > 0) {
            changed.fire(new IntegrationChanged(authorityCode));
        }
        return moved;
    }

    private void record(Caller caller, String authorityCode, String category, String before, String after) {
        audit.record(
                caller.accountId(),
                authorityCode,
                "service.mapped",
                "authority:" + authorityCode,
                category + ": " + Objects.toString(before, "-"),
                category + ": " + Objects.toString(after, "-"));
    }

    /** Reads their list now, while the caller waits. Empty for an authority without a server of its own. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ServiceImport.Result> read(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return endpoints.find(authorityCode).map(imports::read);
    }
}
