package se.fixamingata.basemap;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import se.fixamingata.geography.Locality;
import se.fixamingata.geography.Shapes;
import se.fixamingata.position.Position;

/** Two municipalities in two counties, a lake, a road, some places and a block of streets: everything that is drawn, where it is known. */
final class SmallCountry implements Shapes {

    static final Position TOWN = Position.of(59.5, 14.5);
    static final Position BARE = Position.of(59.9, 14.2);

    private final GeometryFactory factory = new GeometryFactory();

    @Override
    public List<Polygon> land(Detail detail) {
        return List.of(box(13, 59, 16, 61), box(16.2, 59.6, 16.25, 59.62));
    }

    @Override
    public List<Polygon> lakes(Detail detail) {
        return List.of(box(14.9, 59.2, 15.2, 59.4));
    }

    @Override
    public List<Road> roads() {
        return List.of(
                new Road(RoadClass.MOTORWAY, "E 18", line(13.2, 59.3, 14.2, 59.45, 14.9, 59.5, 15.9, 59.45)),
                new Road(RoadClass.TRUNK, "62", line(14.5, 59.1, 14.45, 59.9, 14.6, 60.9)),
                new Road(RoadClass.PRIMARY, null, line(13.3, 60.2, 15.8, 60.3)));
    }

    @Override
    public List<AreaShape> municipalities(Detail detail) {
        return List.of(
                new AreaShape("1763", "Västra", box(13.1, 58.9, 14.7, 61.2)),
                new AreaShape("1984", "Östra", box(14.7, 58.9, 16.4, 61.2)));
    }

    @Override
    public List<AreaShape> counties() {
        return municipalities(Detail.LOW);
    }

    @Override
    public List<LineString> nationalBorders() {
        return List.of(line(12, 58, 12, 62));
    }

    @Override
    public List<Polygon> urbanAreas() {
        return List.of(box(14.45, 59.47, 14.55, 59.53));
    }

    @Override
    public List<Detailed> townDetail() {
        return List.of(
                new Detailed("highway", "residential", "Storgatan", line(14.496, 59.5, 14.504, 59.5004)),
                new Detailed("highway", "footway", null, line(14.499, 59.499, 14.501, 59.5015)),
                new Detailed("highway", "secondary", "Östra Ågatan", line(14.5, 59.497, 14.5005, 59.503)),
                new Detailed("building", null, null, box(14.4975, 59.5005, 14.499, 59.5015)),
                new Detailed("park", null, "Stadsparken", box(14.501, 59.498, 14.503, 59.4995)));
    }

    @Override
    public List<Locality> localities() {
        return List.of(
                new Locality("Åmåla", TOWN, 120_000, 0, "1763"),
                new Locality("Östanå", Position.of(59.52, 14.53), 60_000, 1, "1763"),
                new Locality("Överby", Position.of(59.5, 14.62), 9_000, 2, "1763"),
                new Locality("Överby", Position.of(59.51, 14.63), 0, 3, "1763"),
                new Locality("Norrby", Position.of(60.2, 15.3), 700, 4, "1984"),
                new Locality("Näs", Position.of(60.21, 15.32), 0, 5, "1984"));
    }

    private Polygon box(double west, double south, double east, double north) {
        return factory.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    private LineString line(double... lonLat) {
        Coordinate[] points = new Coordinate[lonLat.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
        }
        return factory.createLineString(points);
    }
}
