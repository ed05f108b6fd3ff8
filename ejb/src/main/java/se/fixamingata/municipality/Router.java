package se.fixamingata.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.fixamingata.category.Category;
import se.fixamingata.geography.Area;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.Location;
import se.fixamingata.position.Position;

/**
 * Whose business a place is (product.md, R3 and R8): the municipality's in which it lies, the neighbour's if the resident, standing
 * within 200 m of the border, knows better than the data, and for state roads always Trafikverket's.
 */
@ApplicationScoped
public class Router {

    @Inject
    Boundaries boundaries;

    @Inject
    CategoryCatalogue catalogue;

    /** For the container. */
    public Router() {}

    /** For tests. */
    public Router(Boundaries boundaries, CategoryCatalogue catalogue) {
        this.boundaries = boundaries;
        this.catalogue = catalogue;
    }

    /**
     * Where a place lies and whom it is reported to there.
     *
     * @param municipalityCode the municipality that holds the place, for lists and statistics
     * @param counterpart the municipality that is asked: that one, or the neighbour chosen instead
     */
    public record Route(String municipalityCode, Area counterpart) {}

    /**
     * The municipality that answers for a place; empty outside Sweden.
     *
     * @param neighbourCode the neighbour that the resident chose, or null; ignored unless its border is within 200 m
     */
    public Optional<Route> route(Position position, String neighbourCode) {
        return boundaries
                .locate(position)
                .map(location -> new Route(location.area().code(), counterpart(location, neighbourCode)));
    }

    /** The categories that can be reported on that route. */
    public List<Category> categories(Route route) {
        return catalogue.availableIn(route.counterpart().code());
    }

    /** The authority that gets reports of that category on that route. */
    public String authority(Route route, String categoryCode) {
        return catalogue.authorityFor(route.counterpart().code(), categoryCode);
    }

    private static Area counterpart(Location location, String neighbourCode) {
        return location.alternatives().stream()
                .filter(area -> area.code().equals(neighbourCode))
                .findFirst()
                .orElse(location.area());
    }
}
