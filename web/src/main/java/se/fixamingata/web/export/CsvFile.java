package se.fixamingata.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.fixamingata.export.Exports;

/**
 * Comma separated values as Excel in Sweden opens them by a double click: UTF-8 with a byte order mark, semicolons, CRLF.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): residents write these
 * texts, and caseworkers open them.
 */
final class CsvFile implements ListFile {

    static final char BYTE_ORDER_MARK = 0xFEFF;

    static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public String type() {
        return "text/csv; charset=UTF-8";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public int most() {
        return Exports.MOST;
    }

    @Override
    public boolean isForPaper() {
        return false;
    }

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(table.headings());
        table.rows().each(row -> {
            List<String> cells = new ArrayList<>();
            for (ExportColumn column : table.columns()) {
                cells.add(cell(column.value().apply(row)));
            }
            printer.printRecord(cells);
        });
        printer.flush();
    }

    /** Numbers with a point: a comma would depend on who opens it. */
    static String cell(Object value) {
        if (value instanceof LocalDateTime moment) {
            return MINUTE.format(moment);
        }
        if (value instanceof String text) {
            return defused(text);
        }
        return value == null ? "" : value.toString();
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
