package se.fixamingata.basemap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import se.fixamingata.geography.Shapes.Detailed;

/** Streets, houses and parks where the reference data have them, made ready for drawing. */
final class TownDetail {

    /** Streets by how wide they are drawn, narrowest first: the order in which they are laid. */
    enum Street {
        PATH,
        LANE,
        STREET,
        AVENUE,
        MAIN;

        /** @param highway OpenStreetMap's word; unknown ones are drawn like a lane, which does no harm */
        static Street of(String highway) {
            return switch (highway) {
                case "footway", "steps", "cycleway", "path", "platform", "escalator", "corridor" -> PATH;
                case "residential", "unclassified", "living_street" -> STREET;
                case "tertiary", "tertiary_link" -> AVENUE;
                case "secondary", "secondary_link", "primary", "primary_link", "trunk", "motorway" -> MAIN;
                default -> LANE;
            };
        }
    }

    /** A name that belongs to a park or garden, in world units. */
    record Named(String name, double x, double y) {}

    /** A street's name and one stretch that carries it. */
    record NamedStreet(String name, Street street, Strand line) {}

    final Layer buildings;
    final Layer greens;
    final Map<Street, Layer> streets = new EnumMap<>(Street.class);
    final List<NamedStreet> namedStreets;
    final List<Named> namedGreens;
    /** The ground that the detail covers, in world units; null envelope when there is none. */
    final Envelope extent = new Envelope();

    TownDetail(List<Detailed> details) {
        List<Geometry> houses = new ArrayList<>();
        List<Geometry> green = new ArrayList<>();
        Map<Street, List<LineString>> lines = new EnumMap<>(Street.class);
        namedGreens = new ArrayList<>();
        for (Detailed detail : details) {
            Geometry geometry = detail.geometry();
            if ("building".equals(detail.kind())) {
                houses.add(geometry);
            } else if ("highway".equals(detail.kind()) && geometry instanceof LineString line) {
                lines.computeIfAbsent(Street.of(String.valueOf(detail.highway())), s -> new ArrayList<>())
                        .add(line);
            } else if (!"highway".equals(detail.kind())) {
                green.add(geometry);
                if (detail.name() != null) {
                    Coordinate inside = geometry.getInteriorPoint().getCoordinate();
                    namedGreens.add(new Named(detail.name(), Mercator.x(inside.x), Mercator.y(inside.y)));
                }
            }
            Envelope degrees = geometry.getEnvelopeInternal();
            extent.expandToInclude(Mercator.x(degrees.getMinX()), Mercator.y(degrees.getMinY()));
            extent.expandToInclude(Mercator.x(degrees.getMaxX()), Mercator.y(degrees.getMaxY()));
        }
        buildings = Layer.ofAreas(houses).exact();
        greens = Layer.ofAreas(green).exact();
        for (Street street : Street.values()) {
            streets.put(
                    street, Layer.ofLines(lines.getOrDefault(street, List.of())).exact());
        }
        namedStreets = named(details);
    }

    boolean isEmpty() {
        return extent.isNull();
    }

    private static List<NamedStreet> named(List<Detailed> details) {
        Map<String, Street> widest = new TreeMap<>();
        Map<String, List<LineString>> parts = new TreeMap<>();
        for (Detailed detail : details) {
            if (detail.name() != null && detail.geometry() instanceof LineString line && detail.highway() != null) {
                widest.merge(detail.name(), Street.of(detail.highway()), (a, b) -> a.compareTo(b) > 0 ? a : b);
                parts.computeIfAbsent(detail.name(), n -> new ArrayList<>()).add(line);
            }
        }
        List<NamedStreet> streets = new ArrayList<>();
        parts.forEach((name, lines) -> {
            for (LineString line : merged(lines)) {
                streets.add(new NamedStreet(name, widest.get(name), Strand.line(line.getCoordinates())));
            }
        });
        return streets;
    }

    private static List<LineString> merged(List<LineString> lines) {
        LineMerger merger = new LineMerger();
        merger.add(lines);
        List<LineString> whole = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            whole.add((LineString) ((LineString) line).norm());
        }
        whole.sort((a, b) -> {
            int longestFirst = Double.compare(b.getLength(), a.getLength());
            return longestFirst != 0 ? longestFirst : a.compareTo(b);
        });
        return whole;
    }
}
