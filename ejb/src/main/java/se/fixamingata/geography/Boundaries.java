package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.position.Position;

/**
 * Which municipality holds a point: point in polygon over the 290 boundaries, which include the territorial sea.
 *
 * <p>A point outside all of them belongs to the nearest one within 100 m, since the data are no more accurate than that.
 */
@ApplicationScoped
public class Boundaries {

    private Lazy<BoundaryIndex> index;

    /** For the container. */
    protected Boundaries() {}

    @Inject
    public Boundaries(ReferenceData data) {
        this.index = new Lazy<>(() -> new BoundaryIndex(data.reference()));
    }

    /** The municipality at that point; empty outside Sweden. */
    public Optional<Location> locate(Position position) {
        return index.get().locate(position);
    }
}
