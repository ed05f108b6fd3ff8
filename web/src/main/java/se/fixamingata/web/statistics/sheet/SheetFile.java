package se.fixamingata.web.statistics.sheet;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.fixamingata.web.export.CsvWriter;

/** The tables of a page as files. What the page does not show has no value, and is named. */
public final class SheetFile {

    private SheetFile() {}

    /**
     * One table: the code and the name of each row, its figures, and which of them are not shown.
     *
     * @param words headings of the code's and of the note's column, and the note itself, before the names of the columns
     */
    public static void csv(Sheet sheet, Words words, OutputStream out) throws IOException {
        CsvWriter csv = new CsvWriter(out);
        List<Object> headings = new ArrayList<>(List.of(words.code(), sheet.corner()));
        sheet.columns().forEach(column -> headings.add(column.label()));
        headings.add(words.note());
        csv.row(headings);
        for (Line line : sheet.lines()) {
            List<Object> row = new ArrayList<>(List.of(line.code(), line.label()));
            line.cells().forEach(cell -> row.add(cell.value()));
            String hidden = hidden(sheet, line).map(Column::label).collect(Collectors.joining(", "));
            row.add(hidden.isEmpty() ? "" : words.hidden() + ": " + hidden);
            csv.row(row);
        }
        csv.flush();
    }

    /**
     * All tables of a page.
     *
     * @param head what they are about
     */
    public static JsonObject json(Map<String, String> head, List<Sheet> sheets) {
        JsonObjectBuilder page = Json.createObjectBuilder();
        head.forEach(page::add);
        JsonArrayBuilder tables = Json.createArrayBuilder();
        sheets.forEach(sheet -> tables.add(table(sheet)));
        return page.add("tables", tables).build();
    }

    private static JsonObjectBuilder table(Sheet sheet) {
        JsonObjectBuilder columns = Json.createObjectBuilder();
        sheet.columns().forEach(column -> columns.add(column.key(), column.label()));
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Line line : sheet.lines()) {
            JsonObjectBuilder figures = Json.createObjectBuilder();
            for (int i = 0; i < sheet.columns().size(); i++) {
                figures.add(sheet.columns().get(i).key(), value(line.cells().get(i)));
            }
            JsonArrayBuilder hidden = Json.createArrayBuilder();
            hidden(sheet, line).map(Column::key).forEach(hidden::add);
            rows.add(Json.createObjectBuilder()
                    .add("code", line.code())
                    .add("name", line.label())
                    .add("figures", figures)
                    .add("notShown", hidden));
        }
        return Json.createObjectBuilder()
                .add("id", sheet.id())
                .add("title", sheet.title())
                .add("columns", columns)
                .add("rows", rows);
    }

    private static Stream<Column> hidden(Sheet sheet, Line line) {
        return IntStream.range(0, line.cells().size())
                .filter(i -> line.cells().get(i).hidden())
                .mapToObj(sheet.columns()::get);
    }

    private static JsonValue value(Cell cell) {
        Object value = cell.value();
        if (value == null) {
            return JsonValue.NULL;
        }
        return value instanceof Double decimal
                ? Json.createValue(decimal)
                : Json.createValue(((Number) value).longValue());
    }

    /** What a file says in the reader's language. */
    public record Words(String code, String note, String hidden) {}
}
