package se.fixamingata.open311.client.services;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

/** An administrator decides which service of the own server takes which of our categories. */
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
     * Takes the choices; what is named is changed, everything else stays. Reports that waited for a choice are on their way after that.
     *
     * @param wanted codes of services by codes of categories; a blank one is none. What there is not, or is no longer offered, is
     *     passed over unless it was chosen before
     * @return how many categories were changed
     */
    public int map(Caller caller, String authorityCode, Map<String, String> wanted) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("services:" + authorityCode);
        Endpoint endpoint = endpoints.find(authorityCode).orElse(null);
        if (endpoint == null) {
            return 0;
        }
        Map<String, RemoteService> offered = services.all(authorityCode).stream()
                .filter(service -> !service.gone())
                .collect(Collectors.toMap(RemoteService::code, service -> service));
        Map<String, String> before = services.mapping(authorityCode);
        Set<String> known = categories.all().stream().map(Category::code).collect(Collectors.toSet());
        int moved = 0;
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            String category = one.getKey();
            String code = one.getValue().isBlank() ? null : one.getValue();
            boolean possible = known.contains(category) && (code == null || offered.containsKey(code));
            if (possible && !Objects.equals(code, before.get(category))) {
                services.map(authorityCode, category, code);
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
