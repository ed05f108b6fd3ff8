package se.fixamingata.web.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import se.fixamingata.map.MapFeature;
import se.fixamingata.map.MapTile;

/** Map tiles as GeoJSON (RFC 7946): longitude before latitude, six decimals (0.1 m). */
final class GeoJson {

    /** Finding the library's provider costs more than writing a tile: once is enough. */
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** About what a feature takes, so that the buffer seldom grows. */
    private static final int FEATURE_BYTES = 220;

    private GeoJson() {}

    /** The tile as a FeatureCollection, UTF-8. */
    static byte[] of(MapTile tile) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(64 + tile.features().size() * FEATURE_BYTES);
        try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
            json.writeStartObject().write("type", "FeatureCollection").writeStartArray("features");
            tile.features().forEach(feature -> write(json, feature));
            json.writeEnd().writeEnd();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, MapFeature feature) {
        json.writeStartObject().write("type", "Feature");
        json.writeStartObject("geometry").write("type", "Point");
        json.writeStartArray("coordinates")
                .write(round(feature.lon()))
                .write(round(feature.lat()))
                .writeEnd()
                .writeEnd();
        json.writeStartObject("properties");
        if (feature instanceof MapFeature.Single single) {
            write(json, single);
        } else if (feature instanceof MapFeature.Cluster cluster) {
            write(json, cluster);
        }
        json.writeEnd().writeEnd();
    }

    private static void write(JsonGenerator json, MapFeature.Single single) {
        json.write("id", single.id())
                .write("status", single.status().code())
                .write("group", single.status().group().code())
                .write("category", single.categoryCode())
                .write("title", single.title())
                .write("reported", single.reported().toString());
    }

    private static void write(JsonGenerator json, MapFeature.Cluster cluster) {
        json.write("cluster", true)
                .write("count", cluster.count())
                .write("open", cluster.open())
                .write("fixed", cluster.fixed());
        if (cluster.expandZoom() == null) {
            json.writeNull("expandZoom");
        } else {
            json.write("expandZoom", cluster.expandZoom());
        }
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
