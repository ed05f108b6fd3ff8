package se.fixamingata.geography;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import se.fixamingata.position.Position;

/**
 * Grounds in a tree, each part (an exclave, an island's waters) by itself with its own index of edges. Known by their number in the
 * list that was given. Immutable and safe for any number of threads.
 */
final class GroundIndex {

    private record Part(int owner, PointOnGeometryLocator locator) {}

    private final STRtree parts = new STRtree();
    private final SegmentIndex borders;

    GroundIndex(List<Geometry> grounds) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int owner = 0; owner < grounds.size(); owner++) {
            Geometry ground = grounds.get(owner);
            builder.add(owner, ground);
            for (int i = 0; i < ground.getNumGeometries(); i++) {
                addPart(owner, ground.getGeometryN(i));
            }
        }
        parts.build();
        borders = builder.build();
    }

    private void addPart(int owner, Geometry polygon) {
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(polygon);
        // The locator makes its index at the first question: asking one now keeps the first resident from waiting.
        locator.locate(polygon.getCoordinate());
        parts.insert(polygon.getEnvelopeInternal(), new Part(owner, locator));
    }

    /** Whose ground holds the point; on a shared border the first of the list. */
    @SuppressWarnings("unchecked")
    OptionalInt holder(Position position) {
        Coordinate point = new Coordinate(position.lon(), position.lat());
        List<Part> candidates = parts.query(new Envelope(point));
        return candidates.stream()
                .filter(part -> part.locator().locate(point) != Location.EXTERIOR)
                .mapToInt(Part::owner)
                .min();
    }

    /** Whose borders run within that many metres, and the metres to the nearest border of each. */
    Map<Integer, Double> borders(Position position, double metres) {
        return borders.within(position, metres);
    }

    /** The one whose border runs nearest, if one does within that many metres. */
    OptionalInt nearest(Position position, double metres) {
        return borders(position, metres).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(nearest -> OptionalInt.of(nearest.getKey()))
                .orElseGet(OptionalInt::empty);
    }
}
