package se.fixamingata.basemap;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Strands of one kind with an index, each zoom with only the points that show there. Immutable; a zoom's share is made when first asked for. */
final class Layer {

    /** Points nearer to the line than this many world pixels are left out; half of it on dense screens, still unseen. */
    private static final double TOLERANCE = 0.3;
    /** Whole strands smaller than this many world pixels are left out. */
    private static final double SMALLEST = 0.7;

    /** Our shapes have no finer points than this zoom shows; street data do. */
    private static final int FINEST = 13;

    static final Layer EMPTY = new Layer(List.of());

    private final List<Strand> strands;
    private final int finest;
    private final int softFrom;
    private final Map<Integer, STRtree> byZoom = new ConcurrentHashMap<>();

    Layer(List<Strand> strands) {
        this(List.copyOf(strands), FINEST, Integer.MAX_VALUE);
    }

    private Layer(List<Strand> strands, int finest, int softFrom) {
        this.strands = strands;
        this.finest = finest;
        this.softFrom = softFrom;
    }

    /** The same shapes with every point that zoom 18 can show. */
    Layer exact() {
        return new Layer(strands, BaseMap.MAX_ZOOM, softFrom);
    }

    /** The same shapes with soft bends from that zoom on: for data so coarse that their corners would show. */
    Layer softFrom(int zoom) {
        return new Layer(strands, finest, zoom);
    }

    /** The rings of polygons, and of polygons within collections. */
    static Layer ofAreas(List<? extends Geometry> areas) {
        List<Strand> rings = new ArrayList<>();
        for (Geometry area : areas) {
            for (int i = 0; i < area.getNumGeometries(); i++) {
                if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    rings.add(Strand.ring(polygon.getExteriorRing().getCoordinates(), false));
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        rings.add(Strand.ring(polygon.getInteriorRingN(hole).getCoordinates(), true));
                    }
                }
            }
        }
        return new Layer(rings);
    }

    static Layer ofLines(List<LineString> lines) {
        return new Layer(
                lines.stream().map(line -> Strand.line(line.getCoordinates())).toList());
    }

    /** The same lines, rounded. */
    Layer rounded() {
        return new Layer(strands.stream().map(Strand::rounded).toList());
    }

    boolean isEmpty() {
        return strands.isEmpty();
    }

    List<Strand> strands() {
        return strands;
    }

    /** What the frame can show, as one path in device pixels with the non-zero rule. */
    Path2D path(Frame frame) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Envelope reach = frame.reach();
        for (Strand strand : near(frame.zoom(), reach)) {
            if (frame.zoom() >= softFrom) {
                strand.addSoftTo(path, frame);
            } else {
                strand.addTo(path, frame, reach);
            }
        }
        return path;
    }

    /** The lines in dashes of that many world pixels. */
    Path2D dashes(Frame frame, double dash) {
        Path2D path = new Path2D.Double();
        Envelope reach = frame.reach();
        for (Strand strand : near(frame.zoom(), reach)) {
            strand.addDashesTo(path, frame, reach, dash);
        }
        return path;
    }

    /** Whether the point in world units lies inside the areas. */
    boolean contains(int zoom, double x, double y) {
        int winding = 0;
        for (Strand strand : near(zoom, new Envelope(x, x, y, y))) {
            winding += strand.winding(x, y);
        }
        return winding != 0;
    }

    @SuppressWarnings("unchecked")
    private List<Strand> near(int zoom, Envelope reach) {
        return byZoom.computeIfAbsent(Math.min(zoom, finest), this::prepare).query(reach);
    }

    private STRtree prepare(int zoom) {
        double pixel = 1 / Mercator.pixels(zoom);
        STRtree tree = new STRtree();
        for (Strand strand : strands) {
            Envelope extent = strand.envelope();
            if (Math.max(extent.getWidth(), extent.getHeight()) >= SMALLEST * pixel) {
                tree.insert(extent, strand.simplified(TOLERANCE * pixel));
            }
        }
        tree.build();
        return tree;
    }
}
