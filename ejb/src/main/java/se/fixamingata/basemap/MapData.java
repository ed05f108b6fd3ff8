package se.fixamingata.basemap;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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

    final Coast coast;
    final Layer coarseLakes;
    final Layer fineLakes;
    final Layer sweden;
    final Layer towns;
    final BuiltUp builtUp;
    final BorderNet borders;
    final Map<RoadClass, Layer> roads = new EnumMap<>(RoadClass.class);
    final Map<RoadClass, Layer> roundedRoads = new EnumMap<>(RoadClass.class);
    final List<Road> numberedRoads;
    final TownDetail town;
    final List<AreaShape> municipalities;
    final List<AreaShape> counties;
    final List<Locality> localities;
    final String version;

    MapData(Shapes shapes) {
        municipalities = shapes.municipalities(Detail.LOW);
        counties = shapes.counties();
        localities = shapes.localities();
        List<AreaShape> exact = shapes.municipalities(Detail.HIGH);
        sweden = Layer.ofAreas(exact.stream().map(AreaShape::geometry).toList());
        coast = new Coast(shapes);
        coarseLakes = Layer.ofAreas(shapes.lakes(Detail.LOW));
        fineLakes = Layer.ofAreas(shapes.lakes(Detail.HIGH)).softFrom(10);
        towns = Layer.ofAreas(shapes.urbanAreas());
        builtUp = new BuiltUp(localities);
        borders = new BorderNet(exact, shapes.nationalBorders(), coast::isLand);
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

    Layer lakes(int zoom) {
        return zoom >= MEDIUM_FROM ? fineLakes : coarseLakes;
    }

    /** Whether the point in world units is Swedish land outside lakes that the street data do not cover. */
    boolean isBareLand(int zoom, double x, double y) {
        return !town.extent.contains(x, y)
                && sweden.contains(zoom, x, y)
                && coast.land(zoom).contains(zoom, x, y)
                && !lakes(zoom).contains(zoom, x, y);
    }

    /** From zoom 9 the bends of coarse roads would show as corners. */
    Layer road(RoadClass roadClass, int zoom) {
        return (zoom >= 9 ? roundedRoads : roads).get(roadClass);
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
