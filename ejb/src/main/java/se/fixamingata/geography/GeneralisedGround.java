package se.fixamingata.geography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.fixamingata.position.Position;

/**
 * Routing by generalised boundaries, which cut corners by hundreds of metres and end at the shore: nearest polygon and nearest place.
 *
 * <p>Near a border the nearest known place decides, since a town must not fall to the neighbour because a line was straightened.
 * Waters within 12 nautical miles belong to the nearest municipality, unless a neighbouring country's land is nearer.
 */
final class GeneralisedGround {

    /** What the borders may be off by; so near one, its other side may be meant. */
    static final double DOUBT_METRES = 1_000;

    /** How far a place's name reaches when it settles a doubt. */
    private static final double PLACE_METRES = 2_000;

    /** The territorial sea: 12 nautical miles (lag 2017:1272, 3 §). */
    private static final double TERRITORIAL_SEA_METRES = 22_224;

    /** What separates the two sources' drawing of one and the same land border. */
    private static final double SLIVER_METRES = 300;

    private final GroundIndex ground;
    private final GroundIndex foreign;
    private final PointIndex<Place> places;
    private final Map<String, Integer> numberOf = new HashMap<>();

    /** @param codes the municipalities' codes in the order of the ground's numbers */
    GeneralisedGround(Reference reference, List<String> codes, GroundIndex ground) {
        this.ground = ground;
        this.foreign = new GroundIndex(reference.foreignLand());
        this.places = new PointIndex<>(reference.places(), Place::position);
        codes.forEach(code -> numberOf.put(code, numberOf.size()));
    }

    OptionalInt owner(Position position) {
        OptionalInt holder = ground.holder(position);
        OptionalInt nearest = holder.isPresent() ? holder : outside(position);
        return nearest.isEmpty() ? nearest : OptionalInt.of(settled(position, nearest.getAsInt()));
    }

    private OptionalInt outside(Position position) {
        double reach = foreign.holder(position).isPresent() ? SLIVER_METRES : TERRITORIAL_SEA_METRES;
        List<Double> distances = new ArrayList<>(ground.borders(position, reach).values());
        double nearest =
                distances.stream().mapToDouble(Double::doubleValue).min().orElse(reach);
        boolean othersAreNearer =
                reach > SLIVER_METRES && !foreign.borders(position, nearest).isEmpty();
        return othersAreNearer ? OptionalInt.empty() : ground.nearest(position, reach);
    }

    /** The municipality of the nearest place, if its border is near enough to be in doubt. */
    private int settled(Position position, int owner) {
        Set<Integer> possible =
                new HashSet<>(ground.borders(position, DOUBT_METRES).keySet());
        possible.add(owner);
        if (possible.size() == 1) {
            return owner;
        }
        Optional<Integer> ofPlace = places.nearest(position, PLACE_METRES)
                .map(place -> numberOf.get(place.municipalityCode()))
                .filter(possible::contains);
        return ofPlace.orElse(owner);
    }
}
