package se.fixamingata.basemap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import se.fixamingata.geography.Shapes.AreaShape;

/**
 * The borders between municipalities, each drawn once. The polygons share their edges point by point, so an edge that two of them have
 * is a border between them, and an edge of one alone is the country's own.
 */
final class BorderNet {

    /** What a border divides. */
    enum Rank {
        MUNICIPAL,
        COUNTY,
        NATIONAL
    }

    private record Edge(Coordinate from, Coordinate to) {

        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new Edge(a, b) : new Edge(b, a);
        }
    }

    private BorderNet() {}

    /** @param municipalities with their codes, whose first two digits are the county's */
    static Map<Rank, Layer> of(List<AreaShape> municipalities) {
        Map<Edge, Set<String>> owners = new HashMap<>();
        for (AreaShape municipality : municipalities) {
            collect(municipality.geometry(), municipality.code(), owners);
        }
        Map<Rank, List<LineString>> edges = new EnumMap<>(Rank.class);
        GeometryFactory factory = new GeometryFactory();
        owners.forEach((edge, codes) -> edges.computeIfAbsent(rank(codes), r -> new ArrayList<>())
                .add(factory.createLineString(new Coordinate[] {edge.from(), edge.to()})));
        Map<Rank, Layer> layers = new EnumMap<>(Rank.class);
        for (Rank rank : Rank.values()) {
            layers.put(rank, merged(edges.getOrDefault(rank, List.of())));
        }
        return layers;
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
