package se.fixamingata.geography;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.fixamingata.position.Position;

/** Answers "which municipality" from the boundaries, and says how sure that is. Immutable. */
final class BoundaryIndex {

    /** Within this distance of a border the neighbour may be meant. */
    private static final double DOUBT_METRES = 200;

    /** What the full boundaries may be off by; a point that much outside them is still in Sweden. */
    private static final double ACCURACY_METRES = 100;

    /** Searched in turn until a border is found; no point of Sweden is further than the last from its municipality's border. */
    private static final List<Double> RINGS = List.of(DOUBT_METRES, 2_000.0, 10_000.0, 50_000.0, 200_000.0);

    private final List<Area> areas;
    private final GroundIndex ground;
    private final GeneralisedGround generalised;

    BoundaryIndex(Reference reference) {
        areas = reference.boundaries().stream()
                .map(shape -> reference.facts(shape.code()).area())
                .toList();
        ground = new GroundIndex(
                reference.boundaries().stream().map(Shapes.AreaShape::geometry).toList());
        List<String> codes = areas.stream().map(Area::code).toList();
        generalised = reference.approximate() ? new GeneralisedGround(reference, codes, ground) : null;
    }

    Optional<Location> locate(Position position) {
        OptionalInt owner = generalised == null ? owner(position) : generalised.owner(position);
        return owner.isPresent() ? Optional.of(describe(position, owner.getAsInt())) : Optional.empty();
    }

    private OptionalInt owner(Position position) {
        OptionalInt holder = ground.holder(position);
        return holder.isPresent() ? holder : ground.nearest(position, ACCURACY_METRES);
    }

    private Location describe(Position position, int owner) {
        double doubt = generalised == null ? DOUBT_METRES : GeneralisedGround.DOUBT_METRES;
        List<Area> alternatives = ground.borders(position, doubt).entrySet().stream()
                .filter(border -> border.getKey() != owner)
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(border -> areas.get(border.getKey()))
                .toList();
        return new Location(areas.get(owner), borderDistance(position, owner), alternatives, generalised != null);
    }

    private double borderDistance(Position position, int owner) {
        for (double radius : RINGS) {
            Double distance = ground.borders(position, radius).get(owner);
            if (distance != null) {
                return distance;
            }
        }
        throw new IllegalStateException("No border of " + areas.get(owner) + " near " + position);
    }
}
