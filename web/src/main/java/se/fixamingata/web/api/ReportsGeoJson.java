package se.fixamingata.web.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import se.fixamingata.report.PublicReport;
import se.fixamingata.settings.ServiceSettings;

/** Public reports as GeoJSON: longitude before latitude, texts as they were written. */
final class ReportsGeoJson {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private ReportsGeoJson() {}

    /** @param next address of the following ones; null for none */
    static void write(OutputStream to, List<PublicReport> reports, String next, ServiceSettings settings) {
        try (JsonGenerator json = GENERATORS.createGenerator(to)) {
            json.writeStartObject().write("type", "FeatureCollection");
            if (next != null) {
                json.write("next", next);
            }
            json.writeStartArray("features");
            reports.forEach(report -> write(json, report, settings));
            json.writeEnd().writeEnd();
        }
    }

    private static void write(JsonGenerator json, PublicReport report, ServiceSettings settings) {
        json.writeStartObject().write("type", "Feature").write("id", report.id());
        json.writeStartObject("geometry").write("type", "Point");
        json.writeStartArray("coordinates")
                .write(report.lon())
                .write(report.lat())
                .writeEnd()
                .writeEnd();
        json.writeStartObject("properties")
                .write("url", settings.link("/rapport/" + report.id()))
                .write("title", report.title())
                .write("description", report.description())
                .write("category", report.categoryCode())
                .write("status", report.status().code())
                .write("group", report.status().group().code())
                .write("municipality", report.municipalityCode())
                .write("authority", report.authorityCode())
                .write("address", report.address() == null ? "" : report.address())
                .write("reported", report.confirmedAt().toString())
                .write("changed", report.changedAt().toString());
        if (report.thumbnail() != null) {
            json.write("photo", settings.link("/bild/" + report.thumbnail() + "/full"));
        }
        json.writeEnd().writeEnd();
    }
}
