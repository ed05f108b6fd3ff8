package se.fixamingata.open311.server;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.fixamingata.open311.server.RequestFilter.Circle;
import se.fixamingata.open311.server.RequestFilter.Span;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.SearchText;

/** Reads what a client wants from its arguments. What nobody has heard of is ignored; what is known and makes no sense is refused. */
final class RequestFilters {

    private static final int MOST_CODES = 100;
    private static final double LONGEST_RADIUS = 50_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private RequestFilters() {}

    /** @throws Refusal with the argument and the reason */
    static RequestFilter parse(Arguments arguments, Instant now) {
        List<String> ids = arguments.list("service_request_id", RequestFilter.MOST);
        if (!ids.isEmpty()) {
            return RequestFilter.of(numbers(ids));
        }
        Span requested = Spans.requested(arguments);
        Span updated = Spans.between(arguments, "updated_after", "updated_before");
        boolean nothingSaid = !requested.isLimited() && !updated.isLimited();
        return new RequestFilter(
                null,
                new LinkedHashSet<>(arguments.list("service_code", MOST_CODES)),
                statuses(arguments),
                nothingSaid ? Spans.usual(now) : requested,
                updated,
                box(arguments),
                circle(arguments),
                arguments.find("q").map(text -> SearchText.of(text).patterns()).orElse(List.of()),
                Paging.of(arguments));
    }

    /** Numbers of ours; anything else is nobody's number. */
    static List<Long> numbers(List<String> ids) {
        return ids.stream()
                .filter(id -> NUMBER.matcher(id).matches())
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    private static Set<ReportStatus> statuses(Arguments arguments) {
        Set<ReportStatus> found = EnumSet.noneOf(ReportStatus.class);
        for (String word : arguments.list("status", MOST_CODES)) {
            found.addAll(RequestStatus.named(word)
                    .orElseThrow(
                            () -> Refusal.bad("status must be open, closed or one of " + RequestStatus.extended())));
        }
        return found;
    }

    private static BoundingBox box(Arguments arguments) {
        Optional<String> text = arguments.find("bbox");
        if (text.isEmpty()) {
            return null;
        }
        String[] edges = text.get().split(",", -1);
        try {
            Position southWest = Position.of(Double.parseDouble(edges[1]), Double.parseDouble(edges[0]));
            Position northEast = Position.of(Double.parseDouble(edges[3]), Double.parseDouble(edges[2]));
            return new BoundingBox(southWest.lat(), southWest.lon(), northEast.lat(), northEast.lon());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notABox) {
            throw Refusal.bad("bbox must be left,bottom,right,top in degrees, longitude first");
        }
    }

    private static Circle circle(Arguments arguments) {
        Optional<String> radius = arguments.find("radius");
        if (radius.isEmpty()) {
            return null;
        }
        try {
            double metres = Double.parseDouble(radius.get());
            Position middle = Position.of(degrees(arguments, "lat"), degrees(arguments, "long"));
            if (metres > 0 && metres <= LONGEST_RADIUS) {
                return new Circle(middle, metres);
            }
        } catch (IllegalArgumentException notACircle) {
            // Said below, in the same words.
        }
        throw Refusal.bad("radius needs lat and long in degrees, and metres up to " + (int) LONGEST_RADIUS);
    }

    private static double degrees(Arguments arguments, String name) {
        return Double.parseDouble(arguments.find(name).orElse(""));
    }
}
