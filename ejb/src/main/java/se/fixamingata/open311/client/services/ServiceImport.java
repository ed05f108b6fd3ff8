package se.fixamingata.open311.client.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.fixamingata.extraquestion.ExtraQuestionWriting;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.EndpointCalls;
import se.fixamingata.open311.client.Endpoints;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.open311.wire.ServiceAttribute;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireNode;
import se.fixamingata.sending.ShortTransaction;

/**
 * Reads what services an authority's server has: when its discovery tells of another edition, and once a day anyway. Call it without a
 * transaction; what was read is written in one at the end.
 */
@ApplicationScoped
public class ServiceImport {

    /** However unchanged the edition. */
    private static final Duration DAILY = Duration.ofHours(24);

    /** Nobody waits longer for definitions; the old ones hold until next time. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int CODE_MAX = 120;
    private static final int NAME_MAX = 200;
    private static final int TEXT_MAX = 4000;
    private static final int CHANGESET_MAX = 60;
    private static final Set<String> TYPES = Set.of("realtime", "batch", "blackbox");

    private EndpointCalls calls;
    private RemoteServices services;
    private Endpoints endpoints;
    private ExtraQuestionWriting questions;
    private Faults faults;
    private ShortTransaction transaction;
    private Clock clock;

    /**
     * How it went.
     *
     * @param reason the end of a message key {@code integration.fault.<reason>}; empty when the list was read
     * @param listed services in their list
     * @param undefined services whose definition could not be read
     */
    public record Result(String reason, int listed, int undefined) {

        public boolean isGood() {
            return reason.isEmpty();
        }
    }

    /** For the container's proxies. */
    protected ServiceImport() {}

    @Inject
    public ServiceImport(
            EndpointCalls calls,
            RemoteServices services,
            Endpoints endpoints,
            ExtraQuestionWriting questions,
            Faults faults,
            ShortTransaction transaction,
            Clock clock) {
        this.calls = calls;
        this.services = services;
        this.endpoints = endpoints;
        this.questions = questions;
        this.faults = faults;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads them if they may have changed.
     *
     * @param alive called before every call to their server, by whoever holds a lease
     * @return whether all went well
     */
    public boolean refresh(Endpoint endpoint, Runnable alive) {
        alive.run();
        String changeset = changeset(endpoint);
        boolean old = endpoint.servicesAt() == null
                || endpoint.servicesAt().plus(DAILY).isBefore(clock.instant());
        boolean another = !changeset.isEmpty() && !changeset.equals(endpoint.changeset());
        return !old && !another || read(endpoint, changeset, alive).isGood();
    }

    /** Reads them now. */
    public Result read(Endpoint endpoint) {
        return read(endpoint, changeset(endpoint), () -> {});
    }

    /** The edition, as their discovery has it; empty when there is none, which is common. */
    private String changeset(Endpoint endpoint) {
        WireNode discovery =
                calls.get(endpoint, "discovery", WireArguments.none()).node();
        String seen = discovery.items("endpoint").stream()
                .filter(one -> one.text("url").replaceFirst("/+$", "").equals(endpoint.url()))
                .map(one -> one.text("changeset"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(discovery.text("changeset"));
        return cut(seen, CHANGESET_MAX);
    }

    private Result read(Endpoint endpoint, String changeset, Runnable alive) {
        alive.run();
        WireAnswer answer = calls.get(endpoint, "services", WireArguments.none());
        Map<String, RemoteService> listed = new LinkedHashMap<>();
        if (answer.isGood()) {
            answer.node().items("service").stream()
                    .limit(RemoteServices.MOST)
                    .map(ServiceImport::service)
                    .filter(one -> !one.code().isEmpty() && one.code().length() <= CODE_MAX)
                    .forEach(one -> listed.putIfAbsent(one.code(), one));
        }
        if (listed.isEmpty()) {
            // A list with nothing in it is a broken server more often than a city without services.
            String reason = answer.isGood() ? "unreadable" : answer.reason();
            note(endpoint, null, reason, answer);
            return new Result(reason, 0, 0);
        }
        Map<String, RemoteService> known = services.all(endpoint.authorityCode()).stream()
                .collect(Collectors.toMap(RemoteService::code, Function.identity()));
        List<RemoteService> defined = new ArrayList<>();
        int undefined = 0;
        Instant latest = clock.instant().plus(LONGEST);
        for (RemoteService one : neededFirst(endpoint, listed.values(), known)) {
            String before =
                    known.containsKey(one.code()) ? known.get(one.code()).definition() : null;
            String definition = null;
            if (one.metadata() && clock.instant().isAfter(latest)) {
                definition = before;
                undefined++;
            } else if (one.metadata()) {
                alive.run();
                WireAnswer told =
                        calls.get(endpoint, "services/" + EndpointCalls.part(one.code()), WireArguments.none());
                definition = told.isGood() ? definition(told.node()) : before;
                if (!told.isGood()) {
                    undefined++;
                    note(endpoint, "service:" + one.code(), told.reason(), told);
                }
            }
            defined.add(one.defined(definition));
        }
        transaction.run(() -> write(endpoint, changeset, defined, known));
        return new Result("", defined.size(), undefined);
    }

    /** What reports go to, then what is not known yet: a slow server is not asked for all of them. */
    private List<RemoteService> neededFirst(
            Endpoint endpoint, Collection<RemoteService> listed, Map<String, RemoteService> known) {
        Set<String> mapped =
                Set.copyOf(services.mapping(endpoint.authorityCode()).values());
        return listed.stream()
                .sorted(Comparator.comparing((RemoteService one) -> !mapped.contains(one.code()))
                        .thenComparing(one -> known.containsKey(one.code())
                                && known.get(one.code()).definition() != null))
                .toList();
    }

    private void write(
            Endpoint asked, String changeset, List<RemoteService> defined, Map<String, RemoteService> known) {
        Instant now = clock.instant();
        String authority = asked.authorityCode();
        Endpoint endpoint = endpoints.find(authority).orElse(null);
        if (endpoint == null || !endpoint.url().equals(asked.url())) {
            // Another server by now: what the old one offers is nobody's business any more.
            return;
        }
        services.keep(authority, defined, now);
        endpoint.servicesRead(changeset.isEmpty() ? null : changeset, now);
        Map<String, RemoteService> fresh =
                defined.stream().collect(Collectors.toMap(RemoteService::code, Function.identity()));
        services.mapping(authority).forEach((category, code) -> {
            RemoteService service = fresh.get(code);
            if (service != null && !service.attributes().equals(attributes(known.get(code)))) {
                ask(endpoint, category, service);
            }
        });
    }

    private static List<ServiceAttribute> attributes(RemoteService service) {
        return service == null ? List.of() : service.attributes();
    }

    /**
     * Asks from now on in that category what the service wants to know. Needs a transaction.
     *
     * @param service null for none
     */
    void ask(Endpoint endpoint, String category, RemoteService service) {
        questions.replaceRemote(
                endpoint.authorityCode(),
                category,
                RemoteQuestions.of(attributes(service), endpoint.dialect().ownIdAttribute()));
    }

    private static String definition(WireNode node) {
        List<ServiceAttribute> attributes = ServiceAttribute.of(node);
        return attributes.isEmpty() ? null : ServiceAttribute.write(attributes);
    }

    private static RemoteService service(WireNode node) {
        String code = node.text("service_code");
        String type = node.text("type").toLowerCase(Locale.ROOT);
        String name = node.text("service_name").isEmpty() ? code : node.text("service_name");
        String group = node.text("group").isEmpty()
                ? node.texts("groups").stream().findFirst().orElse("")
                : node.text("group");
        return new RemoteService(
                code,
                cut(name, NAME_MAX),
                cut(node.text("description"), TEXT_MAX),
                cut(group, NAME_MAX),
                TYPES.contains(type) ? type : "realtime",
                node.flag("metadata"),
                null,
                false);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private void note(Endpoint endpoint, String subject, String reason, WireAnswer answer) {
        transaction.run(() -> faults.note(
                endpoint.authorityCode(), FaultAction.SERVICES, reason, subject, answer.request(), answer.raw()));
    }
}
