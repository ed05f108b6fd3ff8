package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.delivery.DeliveryTask;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireNode;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.sending.ShortTransaction;

/**
 * Looks in their system for a report that may have arrived: by the address of our page in its description, by our number in the
 * attribute for it, or as the same words about the same thing at the same place within these hours. What is another report's already is
 * none of ours.
 */
@ApplicationScoped
class RequestSearch {

    /** Clocks differ, and some stand an hour off. */
    private static final Duration SLACK = Duration.ofHours(2);

    private static final double METRES = 30;
    private static final int SAME_WORDS = 200;

    /**
     * What came of it.
     *
     * @param found empty for nothing there, or not known
     * @param failed the answer that told nothing; empty when they could be asked
     */
    record Outcome(Optional<RemoteName> found, Optional<WireAnswer> failed) {}

    private final EndpointCalls calls;
    private final RemoteRequests requests;
    private final ShortTransaction transaction;
    private final Clock clock;

    /** For the container's proxies. */
    protected RequestSearch() {
        this(null, null, null, null);
    }

    @Inject
    RequestSearch(EndpointCalls calls, RemoteRequests requests, ShortTransaction transaction, Clock clock) {
        this.calls = calls;
        this.requests = requests;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param since when it may have arrived at the earliest */
    Outcome search(Endpoint endpoint, DeliveryTask task, Optional<ServiceLink> service, Instant since) {
        WireAnswer answer = calls.get(
                endpoint,
                "requests",
                service(service)
                        .add("start_date", WireTime.text(since.minus(SLACK)))
                        .add("end_date", WireTime.text(clock.instant().plus(SLACK))));
        if (isTheirRefusal(answer)) {
            // Some take no dates, or none of tomorrow; without any they tell of the last 90 days.
            answer = calls.get(endpoint, "requests", service(service));
        }
        if (!answer.isGood()) {
            return new Outcome(Optional.empty(), Optional.of(answer));
        }
        Instant earliest = since.minus(SLACK);
        Optional<RemoteName> found = answer.node().items("request").stream()
                .filter(request -> isIt(request, endpoint, task, service, earliest))
                .map(RemoteName::in)
                .filter(name -> isOurs(endpoint, name))
                .findFirst();
        return new Outcome(found, Optional.empty());
    }

    private static WireArguments service(Optional<ServiceLink> service) {
        return WireArguments.none()
                .add("service_code", service.map(ServiceLink::code).orElse(""));
    }

    private static boolean isTheirRefusal(WireAnswer answer) {
        return answer.reason().equals("refused") || answer.reason().equals("error");
    }

    private boolean isOurs(Endpoint endpoint, RemoteName name) {
        return name.number().isEmpty()
                || transaction.call(() -> requests.byNumber(endpoint.authorityCode(), name.number())
                        .isEmpty());
    }

    private static boolean isIt(
            WireNode request, Endpoint endpoint, DeliveryTask task, Optional<ServiceLink> service, Instant earliest) {
        String own = endpoint.dialect().ownIdAttribute();
        String id = String.valueOf(task.facts().report().id());
        String description = request.text("description");
        return own != null && request.text(own).equals(id)
                || names(description, task.facts().url())
                || isAlike(request, task, service)
                        && request.time("requested_datetime", endpoint.timeZone())
                                .map(at -> !at.isBefore(earliest))
                                .orElse(true);
    }

    /** That page, and not one whose number begins the same. */
    private static boolean names(String description, String url) {
        int at = description.indexOf(url);
        int end = at + url.length();
        return at >= 0 && (end == description.length() || !Character.isDigit(description.charAt(end)));
    }

    private static boolean isAlike(WireNode request, DeliveryTask task, Optional<ServiceLink> service) {
        if (request.number("lat").isEmpty() || request.number("long").isEmpty()) {
            return false;
        }
        String code = request.text("service_code");
        boolean sameThing =
                code.isEmpty() || service.map(one -> one.code().equals(code)).orElse(true);
        return sameThing
                && Position.find(
                                request.number("lat").getAsDouble(),
                                request.number("long").getAsDouble())
                        .map(place -> place.metresTo(task.facts().report().position()) <= METRES)
                        .orElse(false)
                && sameWords(request.text("description"), task);
    }

    /** The same beginning; unless it names another page of ours. */
    private static boolean sameWords(String theirs, DeliveryTask task) {
        if (theirs.contains(task.facts().service().link("/rapport/"))) {
            return false;
        }
        Report report = task.facts().report();
        String ours = plain(report.title() + " " + report.description());
        return !ours.isEmpty() && plain(theirs).startsWith(ours);
    }

    private static String plain(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= SAME_WORDS ? flat : flat.substring(0, SAME_WORDS);
    }
}
