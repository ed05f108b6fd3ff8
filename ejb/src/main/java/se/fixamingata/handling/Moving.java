package se.fixamingata.handling;

import static se.fixamingata.handling.AnswerRules.invalid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.Location;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.municipality.Authority;
import se.fixamingata.position.Position;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;

/** Putting a report where it belongs on the map. */
@ApplicationScoped
class Moving {

    @Inject
    Boundaries boundaries;

    @Inject
    NearestAddress addresses;

    /** @param place null counts as none */
    Optional<Invalid> move(OpenCase one, Position place) {
        Report report = one.report();
        if (report.position().equals(place)) {
            return Optional.empty();
        }
        Optional<Location> location = Optional.ofNullable(place).flatMap(boundaries::locate);
        if (location.isEmpty()) {
            return invalid("place", "report.place.outside");
        }
        String detail = text(report.position()) + ">" + text(place);
        one.audit("report.moved", text(report.position()), text(place));
        one.tell(HistoryEntry.Kind.MOVED, detail, null);
        // What is known at once: a transaction waits for no address server.
        String address = addresses.known(place).orElse(null);
        report.moveTo(place, location.get().area().code(), address, one.now());
        if (liesElsewhere(report, location.get())) {
            one.liesElsewhere(location.get().area().code());
        }
        return Optional.empty();
    }

    /** Trafikverket's roads are everywhere; within the accuracy of the borders a neighbour may be right. */
    private static boolean liesElsewhere(Report report, Location location) {
        String authority = report.authorityCode();
        return !authority.equals(Authority.STATE_ROADS)
                && !authority.equals(location.area().code())
                && location.alternatives().stream()
                        .noneMatch(area -> area.code().equals(authority));
    }

    private static String text(Position place) {
        return place.lat() + "," + place.lon();
    }
}
