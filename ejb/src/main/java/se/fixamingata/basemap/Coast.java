package se.fixamingata.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.fixamingata.geography.Shapes;
import se.fixamingata.geography.Shapes.AreaShape;
import se.fixamingata.geography.Shapes.Detail;

/**
 * Land out of three sources that reach differently far: the fine level a little beyond the border, the middle one a box around it, the
 * surroundings the rest. Filled they overlap or touch; shores are taken from each only where it counts, and never along a cut.
 */
final class Coast {

    /** The fine land reaches 13 km beyond the border; the middle level takes over a little before that. */
    private static final double FINE_REACH_DEGREES = 0.09;

    private static final double NARROWING = Math.cos(Math.toRadians(62));
    /** Longer edges that run exactly along a meridian or a parallel (degrees) are where somebody cut the data, not a shore. */
    private static final double LONGEST_STRAIGHT = 0.03;

    private final Layer coarse;
    private final Layer medium;
    private final Layer fine;
    private final Layer coarseShore;
    private final Layer mediumShore;
    private final Layer fineShore;
    private final PointOnGeometryLocator land;

    Coast(Shapes shapes) {
        List<Polygon> around = surroundings();
        List<Polygon> low = shapes.land(Detail.LOW);
        List<Polygon> middle = shapes.land(Detail.MEDIUM);
        List<Polygon> high = shapes.land(Detail.HIGH);
        Geometry reach = reach(shapes.municipalities(Detail.LOW));
        PointOnGeometryLocator nearby = new IndexedPointInAreaLocator(reach);
        Predicate<Coordinate> near = point -> nearby.locate(point) != Location.EXTERIOR;

        coarse = Layer.ofAreas(joined(low, around));
        medium = Layer.ofAreas(joined(middle, around));
        fine = Layer.ofAreas(joined(joined(high, beyond(middle, reach)), around));
        List<Strand> outer = shores(around, point -> true);
        coarseShore = new Layer(joined(shores(low, point -> true), outer));
        mediumShore = new Layer(joined(shores(middle, point -> true), outer));
        fineShore = new Layer(joined(joined(shores(high, near), shores(middle, near.negate())), outer));
        land = middle.isEmpty()
                ? point -> Location.EXTERIOR
                : new IndexedPointInAreaLocator(middle.get(0).getFactory().buildGeometry(middle));
    }

    Layer land(int zoom) {
        return zoom >= MapData.FINE_FROM ? fine : zoom >= MapData.MEDIUM_FROM ? medium : coarse;
    }

    Layer shore(int zoom) {
        return zoom >= MapData.FINE_FROM ? fineShore : zoom >= MapData.MEDIUM_FROM ? mediumShore : coarseShore;
    }

    /** Whether the WGS 84 point is on land, lakes included, as exactly as the middle level knows. */
    boolean isLand(Coordinate point) {
        return land.locate(point) != Location.EXTERIOR;
    }

    private static Geometry reach(List<AreaShape> municipalities) {
        AffineTransformation square = AffineTransformation.scaleInstance(NARROWING, 1);
        AffineTransformation back = AffineTransformation.scaleInstance(1 / NARROWING, 1);
        return back.transform(UnaryUnionOp.union(municipalities.stream()
                .map(area -> square.transform(area.geometry()).buffer(FINE_REACH_DEGREES, 3))
                .toList()));
    }

    /** The part of the middle level that the fine level does not reach. */
    private static List<Polygon> beyond(List<Polygon> middle, Geometry reach) {
        List<Polygon> rest = new ArrayList<>();
        for (Polygon polygon : middle) {
            if (!reach.covers(polygon.getEnvelope())) {
                Geometry valid = polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
                addPolygons(valid.difference(reach), rest);
            }
        }
        return rest;
    }

    private static List<Strand> shores(List<Polygon> land, Predicate<Coordinate> counts) {
        List<Strand> shores = new ArrayList<>();
        for (Polygon polygon : land) {
            addShores(polygon.getExteriorRing(), counts, shores);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addShores(polygon.getInteriorRingN(hole), counts, shores);
            }
        }
        return shores;
    }

    private static void addShores(LineString ring, Predicate<Coordinate> counts, List<Strand> shores) {
        Coordinate[] points = ring.getCoordinates();
        List<Coordinate> line = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (!counts.test(points[i]) || i > 0 && isCut(points[i - 1], points[i])) {
                finish(line, shores);
            }
            if (counts.test(points[i])) {
                line.add(points[i]);
            }
        }
        finish(line, shores);
    }

    private static boolean isCut(Coordinate a, Coordinate b) {
        return (a.x == b.x || a.y == b.y) && a.distance(b) > LONGEST_STRAIGHT;
    }

    private static void finish(List<Coordinate> line, List<Strand> shores) {
        if (line.size() > 1) {
            shores.add(Strand.line(line.toArray(Coordinate[]::new)));
        }
        line.clear();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void addPolygons(Geometry geometry, List<Polygon> to) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                to.add(polygon);
            }
        }
    }

    /** The neighbours' land beyond the reference data's box; see the README beside the file. */
    private static List<Polygon> surroundings() {
        try (InputStream in = Coast.class.getResourceAsStream("surroundings.geojson")) {
            List<Polygon> polygons = new ArrayList<>();
            addPolygons(new GeoJsonReader().read(new InputStreamReader(in, StandardCharsets.UTF_8)), polygons);
            return polygons;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException broken) {
            throw new IllegalStateException("surroundings.geojson is broken", broken);
        }
    }
}
