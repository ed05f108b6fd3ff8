package se.fixamingata.geography;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import se.fixamingata.position.Position;

/**
 * The boundaries in a tree, each part of a municipality (an exclave, an island's waters) by itself with its own index of edges.
 * Immutable and safe for any number of threads.
 */
final class BoundaryIndex {

    /** Within this distance of a border the neighbour may be meant. */
    private static final double DOUBT_METRES = 200;

    /** What the full boundaries may be off by; a point that much outside them is still in Sweden. */
    private static final double ACCURACY_METRES = 100;

    /**
     * What the generalised ones may be off by: they follow the coast, not the territorial sea, and cut its corners. The price is that
     * a point some kilometres into Norway or Finland is taken for Swedish, which "approximate" warns of.
     */
    private static final double GENERALISED_METRES = 3_000;

    /** Searched in turn until a border is found; no point of Sweden is further than the last from its municipality's border. */
    private static final List<Double> RINGS = List.of(DOUBT_METRES, 2_000.0, 10_000.0, 50_000.0, 200_000.0);

    private record Part(int owner, PointOnGeometryLocator locator) {}

    private final List<Area> areas;
    private final STRtree parts = new STRtree();
    private final SegmentIndex borders;
    private final boolean approximate;

    BoundaryIndex(Reference reference) {
        this.approximate = reference.approximate();
        this.areas = reference.boundaries().stream()
                .map(shape -> reference.facts(shape.code()).area())
                .toList();
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int owner = 0; owner < areas.size(); owner++) {
            Geometry geometry = reference.boundaries().get(owner).geometry();
            builder.add(owner, geometry);
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                addPart(owner, geometry.getGeometryN(i));
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

    Optional<Location> locate(Position position) {
        OptionalInt holder = holder(position);
        int owner = holder.isPresent() ? holder.getAsInt() : nearestOutside(position);
        return owner < 0 ? Optional.empty() : Optional.of(describe(position, owner));
    }

    /** The municipality whose ground holds the point; on a shared border the one with the lowest code. */
    @SuppressWarnings("unchecked")
    private OptionalInt holder(Position position) {
        Coordinate point = new Coordinate(position.lon(), position.lat());
        List<Part> candidates = parts.query(new Envelope(point));
        return candidates.stream()
                .filter(part -> part.locator().locate(point) != org.locationtech.jts.geom.Location.EXTERIOR)
                .mapToInt(Part::owner)
                .min();
    }

    private int nearestOutside(Position position) {
        return borders.within(position, approximate ? GENERALISED_METRES : ACCURACY_METRES).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    private Location describe(Position position, int owner) {
        List<Area> alternatives = borders.within(position, DOUBT_METRES).entrySet().stream()
                .filter(border -> border.getKey() != owner)
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(border -> areas.get(border.getKey()))
                .toList();
        return new Location(areas.get(owner), borderDistance(position, owner), alternatives, approximate);
    }

    private double borderDistance(Position position, int owner) {
        for (double radius : RINGS) {
            Double distance = borders.within(position, radius).get(owner);
            if (distance != null) {
                return distance;
            }
        }
        throw new IllegalStateException("No border of " + areas.get(owner) + " near " + position);
    }
}
