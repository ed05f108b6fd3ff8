package se.fixamingata.geography;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;

/** Things that lie at a point, and which of them is nearest. Immutable. */
final class PointIndex<T> {

    private static final double FIRST_LOOK_METRES = 500;

    private final STRtree tree = new STRtree();
    private final Function<T, Position> where;

    PointIndex(Collection<T> things, Function<T, Position> where) {
        this.where = where;
        for (T thing : things) {
            Position position = where.apply(thing);
            tree.insert(new Envelope(position.lon(), position.lon(), position.lat(), position.lat()), thing);
        }
        tree.build();
    }

    /** The nearest within that many metres; among equals the first that was given. */
    Optional<T> nearest(Position position, double metres) {
        for (double radius = Math.min(FIRST_LOOK_METRES, metres); ; radius = Math.min(radius * 4, metres)) {
            Optional<T> found = within(position, radius);
            if (found.isPresent() || radius >= metres) {
                return found;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Optional<T> within(Position position, double metres) {
        BoundingBox box = position.around(metres);
        List<T> things = tree.query(new Envelope(box.west(), box.east(), box.south(), box.north()));
        return things.stream()
                .filter(thing -> distance(position, thing) <= metres)
                .min(Comparator.comparingDouble(thing -> distance(position, thing)));
    }

    private double distance(Position position, T thing) {
        return position.metresTo(where.apply(thing));
    }
}
