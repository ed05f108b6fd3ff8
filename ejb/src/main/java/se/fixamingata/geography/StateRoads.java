package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixamingata.position.Position;

/**
 * Whether a point lies so near a large national road that the fault may be Trafikverket's.
 *
 * <p>Only ever a reason to <em>ask</em>: the lines are accurate to 500 m, so nothing may be routed by them.
 */
@ApplicationScoped
public class StateRoads {

    private static final double ACCURACY_METRES = 500;

    private Lazy<SegmentIndex> lines;

    /** For the container. */
    protected StateRoads() {}

    @Inject
    public StateRoads(Shapes shapes) {
        this.lines = new Lazy<>(() -> {
            SegmentIndex.Builder builder = new SegmentIndex.Builder();
            shapes.roads().forEach(road -> builder.add(0, road.line()));
            return builder.build();
        });
    }

    /** Whether a motorway, trunk or primary road runs within 500 m. False where the reference data hold no roads. */
    public boolean near(Position position) {
        return !lines.get().within(position, ACCURACY_METRES).isEmpty();
    }
}
