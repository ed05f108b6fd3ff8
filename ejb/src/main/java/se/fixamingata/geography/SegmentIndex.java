package se.fixamingata.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;

/**
 * Lines cut into short runs, in a tree: which of them pass near a point, and how many metres away.
 *
 * <p>Distances are taken on a plane that touches the earth at the point asked for (longitudes shrunk by the cosine of its latitude):
 * right to 0.1 % within 50 km, which is all that is asked.
 */
final class SegmentIndex {

    /** Long enough that the tree stays small, short enough that few segments are measured in vain. */
    private static final int RUN = 8;

    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    /** Part of a line: the points from {@code first} to {@code last}, both included. */
    private record Run(int owner, CoordinateSequence points, int first, int last) {}

    private final STRtree tree;

    private SegmentIndex(STRtree tree) {
        this.tree = tree;
    }

    /** The owners of lines within that many metres, and the metres to the nearest line of each. */
    @SuppressWarnings("unchecked")
    Map<Integer, Double> within(Position position, double metres) {
        BoundingBox box = position.around(metres);
        List<Run> runs = tree.query(new Envelope(box.west(), box.east(), box.south(), box.north()));
        Map<Integer, Double> nearest = new TreeMap<>();
        double shrink = Math.cos(Math.toRadians(position.lat()));
        for (Run run : runs) {
            double distance = distance(run, position, shrink);
            if (distance <= metres) {
                nearest.merge(run.owner(), distance, Math::min);
            }
        }
        return nearest;
    }

    private static double distance(Run run, Position from, double shrink) {
        CoordinateSequence points = run.points();
        double least = Double.POSITIVE_INFINITY;
        double x = (points.getX(run.first()) - from.lon()) * shrink;
        double y = points.getY(run.first()) - from.lat();
        for (int i = run.first() + 1; i <= run.last(); i++) {
            double nextX = (points.getX(i) - from.lon()) * shrink;
            double nextY = points.getY(i) - from.lat();
            least = Math.min(least, squareToOrigin(x, y, nextX, nextY));
            x = nextX;
            y = nextY;
        }
        return Math.sqrt(least) * METRES_PER_DEGREE;
    }

    /** Square of the distance from the origin to the segment. */
    private static double squareToOrigin(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
        double x = x1 + along * dx;
        double y = y1 + along * dy;
        return x * x + y * y;
    }

    /** Collects the lines; the index is immutable afterwards. */
    static final class Builder {

        private final List<Run> runs = new ArrayList<>();

        /** Adds the lines of a geometry; of a polygon its rings. */
        void add(int owner, Geometry geometry) {
            if (geometry instanceof LineString line) {
                addLine(owner, line.getCoordinateSequence());
            } else if (geometry instanceof Polygon polygon) {
                add(owner, polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    add(owner, polygon.getInteriorRingN(i));
                }
            } else {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    add(owner, geometry.getGeometryN(i));
                }
            }
        }

        private void addLine(int owner, CoordinateSequence points) {
            for (int first = 0; first < points.size() - 1; first += RUN) {
                runs.add(new Run(owner, points, first, Math.min(first + RUN, points.size() - 1)));
            }
        }

        SegmentIndex build() {
            STRtree tree = new STRtree();
            for (Run run : runs) {
                Envelope envelope = new Envelope();
                for (int i = run.first(); i <= run.last(); i++) {
                    envelope.expandToInclude(run.points().getX(i), run.points().getY(i));
                }
                tree.insert(envelope, run);
            }
            tree.build();
            return new SegmentIndex(tree);
        }
    }
}
