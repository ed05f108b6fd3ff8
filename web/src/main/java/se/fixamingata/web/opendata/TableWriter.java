package se.fixamingata.web.opendata;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import se.fixamingata.shared.Language;
import se.fixamingata.web.export.CsvWriter;
import se.fixamingata.web.text.Messages;

/** Writes a table row by row, so that nobody holds the whole of it. */
final class TableWriter {

    static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private TableWriter() {}

    /** Gives the rows to whoever writes them. */
    @FunctionalInterface
    interface Rows {
        void each(RowSink sink) throws IOException;
    }

    /** The names of the columns, then the rows; nothing between two semicolons is what is not shown, or is not there. */
    static void csv(OpenTable table, Rows rows, OutputStream out) throws IOException {
        CsvWriter csv = new CsvWriter(out);
        csv.row(table.columns());
        rows.each(csv::row);
        csv.flush();
    }

    /** @param head what the table is about: names and texts */
    static void json(OpenTable table, Map<String, String> head, Rows rows, OutputStream out) throws IOException {
        try (JsonGenerator json = GENERATORS.createGenerator(out)) {
            json.writeStartObject().write("table", table.code()).write("licence", LICENCE);
            head.forEach(json::write);
            json.writeStartArray("columns");
            for (String column : table.columns()) {
                json.writeStartObject().write("name", column);
                for (Language language : Language.values()) {
                    json.write(
                            "about_" + language.locale().getLanguage(),
                            Messages.text(language, OpenDataBacking.COLUMN + column));
                }
                json.writeEnd();
            }
            json.writeEnd().writeStartArray("rows");
            rows.each(cells -> row(json, table.columns(), cells));
            json.writeEnd().writeEnd();
        }
    }

    private static void row(JsonGenerator json, List<String> columns, List<?> cells) {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            Object value = cells.get(i);
            if (value == null) {
                json.writeNull(columns.get(i));
            } else if (value instanceof Boolean truth) {
                json.write(columns.get(i), truth);
            } else if (value instanceof Double decimal) {
                json.write(columns.get(i), decimal);
            } else if (value instanceof Number whole) {
                json.write(columns.get(i), whole.longValue());
            } else {
                json.write(columns.get(i), value.toString());
            }
        }
        json.writeEnd();
    }
}
