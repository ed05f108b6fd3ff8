package se.fixamingata.geography;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The shapes that a map is drawn from. WGS 84 degrees, x is the longitude, y the latitude.
 *
 * <p>Each layer is read when it is first asked for and kept; an empty list means that the reference data do not hold it. The
 * geometries are shared: nobody may change them.
 */
public interface Shapes {

    /** How finely a layer is drawn; a layer that has fewer levels gives its nearest finer one. */
    enum Detail {
        /** About 25 m: zoom 10 and more. */
        HIGH,
        /** About 250 m: zoom 7 to 9. */
        MEDIUM,
        /** About 900 m: zoom 6 and less. */
        LOW
    }

    /** Classes of the large roads, as OpenStreetMap has them. */
    enum RoadClass {
        MOTORWAY,
        TRUNK,
        PRIMARY
    }

    /**
     * A stretch of a large road.
     *
     * @param ref its number, for example {@code E 18}, or null
     */
    record Road(RoadClass roadClass, String ref, LineString line) {}

    /** A municipality's or county's ground with its territorial sea. */
    record AreaShape(String code, String name, Geometry geometry) {}

    /**
     * Something out of the detailed data of a town centre, OpenStreetMap's words.
     *
     * @param kind {@code highway}, {@code building}, {@code park}, {@code garden}, {@code playground}, {@code grass}
     * @param highway the class of a highway, for example {@code residential}, {@code footway}; null for the rest
     * @param name its name or null
     */
    record Detailed(String kind, String highway, String name, Geometry geometry) {}

    List<Polygon> land(Detail detail);

    /** Lakes and wide rivers. */
    List<Polygon> lakes(Detail detail);

    /** The large roads; coarse (500 m). */
    List<Road> roads();

    /** The 290; LOW is for drawing only, HIGH is what routing uses. */
    List<AreaShape> municipalities(Detail detail);

    /** The 21 counties, for small scales. */
    List<AreaShape> counties();

    /** National borders on land. */
    List<LineString> nationalBorders();

    /** Built-up ground of the big towns. */
    List<Polygon> urbanAreas();

    /** Streets, houses and parks where the data have them: central Stockholm. */
    List<Detailed> townDetail();

    /** Named places, most important first. */
    List<Locality> localities();
}
