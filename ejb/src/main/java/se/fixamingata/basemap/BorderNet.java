package se.fixamingata.basemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.linemerge.LineMerger;
import se.fixamingata.geography.Shapes.AreaShape;

/**
 * The borders between municipalities, each drawn once. The polygons share their edges point by point, so an edge that two of them have
 * is a border between them, and an edge of one alone is the country's own. At sea borders are another matter than on land: at small
 * scales only the latter show.
 */
final class BorderNet {

    /** What a border divides. */
    enum Rank {
        MUNICIPAL,
        COUNTY,
        NATIONAL
    }

    private record Kind(Rank rank, boolean onLand) {}

    private record Edge(Coordinate from, Coordinate to) {

        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new Edge(a, b) : new Edge(b, a);
        }

        Coordinate middle() {
            return new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
        }
    }

    /** Foreign borders run within this distance (degrees of latitude) of our own where they are the same border. */
    private static final double SAME_BORDER = 0.05;

    private final Map<Kind, Layer> layers = new HashMap<>();
    private final Layer abroad;

    /**
     * @param municipalities with their codes, whose first two digits are the county's
     * @param nations national borders, our own among them; without any, none is drawn
     * @param onLand whether a WGS 84 point is on land
     */
    BorderNet(List<AreaShape> municipalities, List<LineString> nations, Predicate<Coordinate> onLand) {
        Map<Edge, Set<String>> owners = new HashMap<>();
        for (AreaShape municipality : municipalities) {
            collect(municipality.geometry(), municipality.code(), owners);
        }
        Map<Kind, List<LineString>> edges = new HashMap<>();
        GeometryFactory factory = new GeometryFactory();
        STRtree own = new STRtree();
        owners.forEach((edge, codes) -> {
            Kind kind = new Kind(rank(codes), onLand.test(edge.middle()));
            edges.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(factory.createLineString(new Coordinate[] {edge.from(), edge.to()}));
            if (kind.rank() == Rank.NATIONAL) {
                own.insert(new Envelope(edge.from(), edge.to()), edge);
            }
        });
        own.build();
        if (nations.isEmpty()) {
            // Generalised areas end at the coast: their outer edge is no border, and nothing else says where the border
            // runs.
            edges.keySet().removeIf(kind -> kind.rank() == Rank.NATIONAL);
        }
        edges.forEach((kind, lines) -> layers.put(kind, merged(lines)));
        abroad = Layer.ofLines(
                nations.stream().flatMap(line -> foreign(line, own).stream()).toList());
    }

    /** The borders of that rank on land or at sea. */
    Layer of(Rank rank, boolean onLand) {
        return layers.getOrDefault(new Kind(rank, onLand), Layer.EMPTY);
    }

    /** The neighbours' borders with each other. */
    Layer abroad() {
        return abroad;
    }

    /** Stretches of the line that are not our own border, which the municipalities draw better. */
    private static List<LineString> foreign(LineString line, STRtree own) {
        List<LineString> parts = new ArrayList<>();
        List<Coordinate> part = new ArrayList<>();
        for (Coordinate point : line.getCoordinates()) {
            Envelope around = new Envelope(point);
            around.expandBy(2 * SAME_BORDER, SAME_BORDER);
            if (own.query(around).isEmpty()) {
                part.add(point);
            } else {
                finish(part, line, parts);
            }
        }
        finish(part, line, parts);
        return parts;
    }

    private static void finish(List<Coordinate> part, LineString line, List<LineString> parts) {
        if (part.size() > 1) {
            parts.add(line.getFactory().createLineString(part.toArray(Coordinate[]::new)));
        }
        part.clear();
    }

    private static Rank rank(Set<String> codes) {
        if (codes.size() == 1) {
            return Rank.NATIONAL;
        }
        long counties =
                codes.stream().map(code -> code.substring(0, 2)).distinct().count();
        return counties > 1 ? Rank.COUNTY : Rank.MUNICIPAL;
    }

    private static void collect(Geometry geometry, String code, Map<Edge, Set<String>> owners) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            collect(polygon.getExteriorRing(), code, owners);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                collect(polygon.getInteriorRingN(hole), code, owners);
            }
        }
    }

    private static void collect(LineString ring, String code, Map<Edge, Set<String>> owners) {
        Coordinate[] points = ring.getCoordinates();
        for (int i = 1; i < points.length; i++) {
            owners.computeIfAbsent(Edge.of(points[i - 1], points[i]), e -> new TreeSet<>())
                    .add(code);
        }
    }

    /** The merger's direction and, of loops, beginning are accidental; dashes are counted from there, on every server alike. */
    private static LineString canonical(LineString line) {
        LineString copy = line.isClosed() ? line.getFactory().createLinearRing(line.getCoordinates()) : line;
        return (LineString) copy.norm();
    }

    private static Layer merged(List<LineString> edges) {
        // The map has no order of its own; the merger's result depends on the order, and pictures must not.
        List<LineString> sorted = edges.stream().sorted().toList();
        LineMerger merger = new LineMerger();
        merger.add(sorted);
        List<LineString> lines = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            lines.add(canonical((LineString) line));
        }
        lines.sort(null);
        return Layer.ofLines(lines);
    }
}
