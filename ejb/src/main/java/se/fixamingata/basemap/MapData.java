package se.fixamingata.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.fixamingata.geography.Locality;
import se.fixamingata.geography.Shapes;
import se.fixamingata.geography.Shapes.AreaShape;
import se.fixamingata.geography.Shapes.Detail;
import se.fixamingata.geography.Shapes.Detailed;
import se.fixamingata.geography.Shapes.Road;
import se.fixamingata.geography.Shapes.RoadClass;

/** The reference data's shapes, made ready for drawing: projected, indexed, borders once each. Immutable after loading. */
final class MapData {

    /** From here on land is drawn at its finest. */
    static final int FINE_FROM = 9;
    /** From here on at the middle level. */
    static final int MEDIUM_FROM = 7;
    /** From here on the streets of the detailed towns show. */
    static final int STREETS_FROM = 14;

    /** The fine land reaches 13 km beyond the border; the middle level takes over a little before that. */
    private static final double FINE_REACH_DEGREES = 0.09;

    private static final double NARROWING = Math.cos(Math.toRadians(62));

    final Layer coarseLand;
    final Layer mediumLand;
    final Layer fineLand;
    final Layer coarseLakes;
    final Layer fineLakes;
    final Layer sweden;
    final Layer towns;
    final Layer nationalBorders;
    final Map<BorderNet.Rank, Layer> borders;
    final Map<RoadClass, Layer> roads = new EnumMap<>(RoadClass.class);
    final Map<RoadClass, Layer> roundedRoads = new EnumMap<>(RoadClass.class);
    final List<Road> numberedRoads;
    final TownDetail town;
    final List<AreaShape> municipalities;
    final List<AreaShape> counties;
    final List<Locality> localities;
    final String version;

    MapData(Shapes shapes) {
        List<Polygon> around = surroundings();
        municipalities = shapes.municipalities(Detail.LOW);
        counties = shapes.counties();
        localities = shapes.localities();
        List<AreaShape> exact = shapes.municipalities(Detail.HIGH);
        sweden = Layer.ofAreas(exact.stream().map(AreaShape::geometry).toList());
        coarseLand = Layer.ofAreas(joined(shapes.land(Detail.LOW), around));
        List<Polygon> medium = shapes.land(Detail.MEDIUM);
        mediumLand = Layer.ofAreas(joined(medium, around));
        fineLand = Layer.ofAreas(joined(joined(shapes.land(Detail.HIGH), beyond(medium)), around));
        coarseLakes = Layer.ofAreas(shapes.lakes(Detail.LOW));
        fineLakes = Layer.ofAreas(shapes.lakes(Detail.HIGH));
        towns = Layer.ofAreas(shapes.urbanAreas());
        nationalBorders = Layer.ofLines(shapes.nationalBorders());
        borders = BorderNet.of(exact);
        for (RoadClass roadClass : RoadClass.values()) {
            List<LineString> lines = shapes.roads().stream()
                    .filter(road -> road.roadClass() == roadClass)
                    .map(Road::line)
                    .toList();
            roads.put(roadClass, Layer.ofLines(lines));
            roundedRoads.put(roadClass, roads.get(roadClass).rounded());
        }
        numberedRoads =
                shapes.roads().stream().filter(road -> road.ref() != null).toList();
        town = new TownDetail(shapes.townDetail());
        version = version(shapes);
    }

    Layer land(int zoom) {
        return zoom >= FINE_FROM ? fineLand : zoom >= MEDIUM_FROM ? mediumLand : coarseLand;
    }

    Layer lakes(int zoom) {
        return zoom >= MEDIUM_FROM ? fineLakes : coarseLakes;
    }

    /** From zoom 9 the bends of coarse roads would show as corners. */
    Layer road(RoadClass roadClass, int zoom) {
        return (zoom >= 9 ? roundedRoads : roads).get(roadClass);
    }

    /** The part of the middle level that the fine level does not reach. */
    private List<Polygon> beyond(List<Polygon> medium) {
        if (municipalities.isEmpty() || medium.isEmpty()) {
            return List.of();
        }
        AffineTransformation square = AffineTransformation.scaleInstance(NARROWING, 1);
        AffineTransformation back = AffineTransformation.scaleInstance(1 / NARROWING, 1);
        Geometry reach = UnaryUnionOp.union(municipalities.stream()
                .map(area -> square.transform(area.geometry()).buffer(FINE_REACH_DEGREES, 3))
                .toList());
        Geometry limit = back.transform(reach);
        List<Polygon> rest = new ArrayList<>();
        for (Polygon polygon : medium) {
            if (!limit.covers(polygon.getEnvelope())) {
                Geometry valid = polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
                addPolygons(valid.difference(limit), rest);
            }
        }
        return rest;
    }

    private static List<Polygon> joined(List<Polygon> first, List<Polygon> second) {
        List<Polygon> all = new ArrayList<>(first);
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
        try (InputStream in = MapData.class.getResourceAsStream("surroundings.geojson")) {
            List<Polygon> polygons = new ArrayList<>();
            addPolygons(new GeoJsonReader().read(new InputStreamReader(in, StandardCharsets.UTF_8)), polygons);
            return polygons;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException broken) {
            throw new IllegalStateException("surroundings.geojson is broken", broken);
        }
    }

    /** A short word that changes when the data do. */
    private static String version(Shapes shapes) {
        CRC32 crc = new CRC32();
        shapes.land(Detail.HIGH).forEach(polygon -> add(crc, polygon));
        shapes.lakes(Detail.HIGH).forEach(polygon -> add(crc, polygon));
        shapes.municipalities(Detail.HIGH).forEach(area -> add(crc, area.geometry()));
        shapes.roads().forEach(road -> add(crc, road.line()));
        shapes.urbanAreas().forEach(polygon -> add(crc, polygon));
        for (Detailed detail : shapes.townDetail()) {
            add(crc, detail.geometry());
            crc.update(String.valueOf(detail.name()).getBytes(StandardCharsets.UTF_8));
        }
        for (Locality locality : shapes.localities()) {
            crc.update(
                    (locality.name() + locality.position() + locality.population()).getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(crc.getValue());
    }

    private static void add(CRC32 crc, Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        Coordinate first = geometry.getCoordinate();
        crc.update((geometry.getNumPoints() + " " + extent + first).getBytes(StandardCharsets.UTF_8));
    }
}
