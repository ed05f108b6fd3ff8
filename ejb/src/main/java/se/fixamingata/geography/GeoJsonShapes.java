package se.fixamingata.geography;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** Builds JTS geometries out of GeoJSON's nested arrays. */
final class GeoJsonShapes {

    /** Packed: 16 bytes a point instead of some 40, and there are half a million of them. */
    static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private GeoJsonShapes() {}

    /**
     * @param type GeoJSON's word, for example {@code MultiPolygon}
     * @param coordinates a position as {@code double[]}, or lists of them
     * @throws IllegalArgumentException when the two do not fit each other
     */
    static Geometry build(String type, Object coordinates) {
        if (type == null || coordinates == null) {
            throw new IllegalArgumentException("a geometry without type or coordinates");
        }
        return switch (type) {
            case "Point" -> FACTORY.createPoint(sequence(List.of(coordinates)));
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        list(coordinates).stream().map(GeoJsonShapes::line).toArray(LineString[]::new));
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        list(coordinates).stream().map(GeoJsonShapes::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("geometry of type " + type);
        };
    }

    private static LineString line(Object coordinates) {
        return FACTORY.createLineString(sequence(list(coordinates)));
    }

    private static Polygon polygon(Object coordinates) {
        List<?> rings = list(coordinates);
        LinearRing[] holes = rings.stream().skip(1).map(GeoJsonShapes::ring).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(Object coordinates) {
        return FACTORY.createLinearRing(sequence(list(coordinates)));
    }

    private static CoordinateSequence sequence(List<?> positions) {
        double[] flat = new double[positions.size() * 2];
        int at = 0;
        for (Object position : positions) {
            double[] xy = (double[]) position;
            flat[at++] = xy[0];
            flat[at++] = xy[1];
        }
        return new PackedCoordinateSequence.Double(flat, 2, 0);
    }

    private static List<?> list(Object coordinates) {
        return (List<?>) coordinates;
    }
}
