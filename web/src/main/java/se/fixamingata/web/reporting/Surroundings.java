package se.fixamingata.web.reporting;

import java.util.List;
import java.util.Optional;
import se.fixamingata.report.NearbyReport;

/**
 * What follows from where the fault is and of which kind it is: what the form asks next.
 *
 * @param place empty while none is chosen, or none in Sweden; the rest is empty with it
 * @param categories what can be reported there
 * @param nearby open reports of the same kind close by
 * @param stateRoadAsked whether the fault may be Trafikverket's, so that the reporter is asked
 */
public record Surroundings(
        Optional<PlaceView> place, List<CategoryOption> categories, List<NearbyReport> nearby, boolean stateRoadAsked) {

    static final Surroundings NOWHERE = new Surroundings(Optional.empty(), List.of(), List.of(), false);

    /** Whether reports in the chosen category are not public there. */
    public boolean notPublic() {
        return categories.stream().anyMatch(category -> category.chosen() && category.notPublic());
    }
}
