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

    /** Clocks differ, and some log in local time, which is two hours off in summer. */
    private static final Duration SLACK = Duration.ofHours(3);

    /** Pages that are turned where no times are taken. */
    private static final int PAGES = 20;

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final double METRES = 30;
    private static final int SAME_WORDS = 200;

    /**
     * What came of it.
     *
     * @param found empty for nothing there, or not known
     * @param failed the answer that told nothing; empty when they could be asked
     * @param whole whether everything that it could be was seen
     */
    record Outcome(Optional<RemoteName> found, Optional<WireAnswer> failed, boolean whole) {}

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
        Instant earliest = since.minus(SLACK);
        WindowSearch search = new WindowSearch(
                "request",
                request -> isIt(request, endpoint, task, service, earliest) && isOurs(endpoint, RemoteName.in(request)),
                clock);
        WindowSearch.Outcome outcome = search.search(
                earliest,
                clock.instant().plus(SLACK),
                (from, to) -> calls.get(
                        endpoint,
                        "requests",
                        service(service).add("start_date", WireTime.text(from)).add("end_date", WireTime.text(to))));
        if (outcome.failed().filter(RequestSearch::isTheirRefusal).isPresent()) {
            // Some take no dates, or none of tomorrow; without any they tell of the last 90 days.
            outcome = turned(search, endpoint, service);
        }
        return new Outcome(outcome.found().map(RemoteName::in), outcome.failed(), outcome.whole());
    }

    /** Page after page. The first is asked for without its number, which not everybody takes. */
    private WindowSearch.Outcome turned(WindowSearch search, Endpoint endpoint, Optional<ServiceLink> service) {
        Instant end = clock.instant().plus(LONGEST);
        WireNode before = WireNode.EMPTY;
        for (int page = 1; page <= PAGES && !clock.instant().isAfter(end); page++) {
            WireAnswer answer = calls.get(
                    endpoint, "requests", service(service).add("page", page == 1 ? "" : String.valueOf(page)));
            if (!answer.isGood()) {
                return page == 1 ? WindowSearch.Outcome.failed(answer) : WindowSearch.Outcome.nothing(false);
            }
            Optional<WireNode> found = search.in(answer);
            if (found.isPresent()) {
                return WindowSearch.Outcome.found(found.get());
            }
            if (!search.mayBeCut(answer)) {
                return WindowSearch.Outcome.nothing(true);
            }
            if (answer.node().equals(before)) {
                return WindowSearch.Outcome.nothing(false);
            }
            before = answer.node();
        }
        return WindowSearch.Outcome.nothing(false);
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
