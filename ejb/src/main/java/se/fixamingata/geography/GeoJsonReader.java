package se.fixamingata.geography;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads GeoJSON (RFC 7946) as a stream: a file of megabytes never stands in memory as a tree, and an error knows its line.
 *
 * <p>Understands a FeatureCollection and a bare GeometryCollection, with points, lines and polygons and their multiples.
 */
final class GeoJsonReader {

    /** Takes one feature: its shape and its properties as text (a JSON null is left out). */
    interface Sink {
        void accept(Geometry geometry, Map<String, String> properties);
    }

    private final JsonParser parser;
    private final Sink sink;

    private GeoJsonReader(JsonParser parser, Sink sink) {
        this.parser = parser;
        this.sink = sink;
    }

    /** @throws GeodataException when the file is missing or broken, with file and line */
    static void read(GeodataSource source, String file, Sink sink) {
        read(source.require(file), source.nameOf(file), sink);
    }

    /** Like {@link #read(GeodataSource, String, Sink)}, but a missing file is an empty layer. */
    static void readIfPresent(GeodataSource source, String file, Sink sink) {
        source.open(file).ifPresent(in -> read(in, source.nameOf(file), sink));
    }

    private static void read(InputStream stream, String name, Sink sink) {
        try (InputStream in = stream;
                JsonParser parser = Json.createParser(in)) {
            try {
                new GeoJsonReader(parser, sink).collection();
            } catch (JsonException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
                throw new GeodataException(
                        "Reference data: " + name + ", line "
                                + parser.getLocation().getLineNumber() + ": not the GeoJSON that was expected ("
                                + e.getMessage() + "). Fetch the file again.",
                        e);
            }
        } catch (IOException e) {
            throw new GeodataException(
                    "Reference data: " + name + " cannot be read to its end. Fetch the file again.", e);
        }
    }

    private void collection() {
        expect(Event.START_OBJECT);
        while (next() == Event.KEY_NAME) {
            String key = parser.getString();
            Event value = next();
            if (value == Event.START_ARRAY && (key.equals("features") || key.equals("geometries"))) {
                while (next() == Event.START_OBJECT) {
                    feature();
                }
            } else {
                skip(value);
            }
        }
        if (parser.hasNext()) {
            throw new IllegalArgumentException("text after the end");
        }
    }

    /** A feature, or in a GeometryCollection a geometry: told apart by their members, whatever the order. */
    private void feature() {
        Map<String, String> properties = Map.of();
        Geometry geometry = null;
        String type = null;
        Object coordinates = null;
        while (next() == Event.KEY_NAME) {
            String key = parser.getString();
            Event value = next();
            if (key.equals("properties") && value == Event.START_OBJECT) {
                properties = properties();
            } else if (key.equals("geometry") && value == Event.START_OBJECT) {
                geometry = geometry();
            } else if (key.equals("coordinates")) {
                coordinates = coordinates();
            } else if (key.equals("type")) {
                type = parser.getString();
            } else {
                skip(value);
            }
        }
        if (geometry == null && coordinates != null) {
            geometry = GeoJsonShapes.build(type, coordinates);
        }
        if (geometry == null) {
            throw new IllegalArgumentException("a feature without geometry");
        }
        sink.accept(geometry, properties);
    }

    private Geometry geometry() {
        String type = null;
        Object coordinates = null;
        while (next() == Event.KEY_NAME) {
            String key = parser.getString();
            Event value = next();
            if (key.equals("coordinates")) {
                coordinates = coordinates();
            } else if (key.equals("type")) {
                type = parser.getString();
            } else {
                skip(value);
            }
        }
        return GeoJsonShapes.build(type, coordinates);
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        while (next() == Event.KEY_NAME) {
            String key = parser.getString();
            Event value = next();
            if (value == Event.VALUE_STRING || value == Event.VALUE_NUMBER) {
                properties.put(key, parser.getString());
            } else {
                skip(value);
            }
        }
        return properties;
    }

    /** A position as {@code double[]{x, y}}, or a list of what is inside. The parser stands on the opening bracket. */
    private Object coordinates() {
        Event first = next();
        if (first == Event.VALUE_NUMBER) {
            double x = Double.parseDouble(parser.getString());
            expect(Event.VALUE_NUMBER);
            double y = Double.parseDouble(parser.getString());
            while (next() == Event.VALUE_NUMBER) {
                // A height may follow: the map is flat.
            }
            return new double[] {x, y};
        }
        List<Object> inside = new ArrayList<>();
        for (Event event = first; event == Event.START_ARRAY; event = next()) {
            inside.add(coordinates());
        }
        return inside;
    }

    private void skip(Event value) {
        if (value == Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private Event next() {
        if (!parser.hasNext()) {
            throw new IllegalArgumentException("the file ends too early");
        }
        return parser.next();
    }

    private void expect(Event event) {
        Event found = next();
        if (found != event) {
            throw new IllegalArgumentException("found " + found + " where " + event + " belongs");
        }
    }
}
