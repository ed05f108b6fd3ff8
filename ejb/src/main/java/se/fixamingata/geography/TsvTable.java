package se.fixamingata.geography;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.fixamingata.position.Position;

/** Reads the tables of the reference data: UTF-8, columns parted by tabs, the first line names them. */
final class TsvTable {

    private static final CSVFormat FORMAT = CSVFormat.TDF
            .builder()
            .setQuote(null)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(false)
            .get();

    private TsvTable() {}

    /** @throws GeodataException when the file is missing or broken, with file and line */
    static void read(GeodataSource source, String file, Consumer<Row> sink) {
        read(source.require(file), source.nameOf(file), sink);
    }

    /** Like {@link #read(GeodataSource, String, Consumer)}, but a missing file is an empty table. */
    static void readIfPresent(GeodataSource source, String file, Consumer<Row> sink) {
        source.open(file).ifPresent(in -> read(in, source.nameOf(file), sink));
    }

    private static void read(InputStream stream, String name, Consumer<Row> sink) {
        long line = 1;
        try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
                CSVParser parser = CSVParser.builder()
                        .setReader(withoutMark(reader))
                        .setFormat(FORMAT)
                        .get()) {
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber();
                sink.accept(new Row(name, line, record));
            }
        } catch (IOException | UncheckedIOException e) {
            boolean encoding =
                    e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
            throw new GeodataException(
                    "Reference data: " + name + ", after line " + line
                            + (encoding ? ": is not UTF-8. Save it as UTF-8" : ": cannot be read further")
                            + ", or fetch the file again.",
                    e);
        }
    }

    /** Spreadsheets write an invisible mark before the first letter. */
    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** One line of a table. */
    record Row(String file, long line, CSVRecord record) {

        /** The text in that column, never blank. */
        String text(String column) {
            String text = optional(column);
            if (text.isEmpty()) {
                throw wrong(column, "is empty");
            }
            return text;
        }

        /** The text in that column, "" when there is none. */
        String optional(String column) {
            if (!record.isMapped(column) || !record.isSet(column)) {
                throw wrong(column, "does not exist");
            }
            return record.get(column);
        }

        /** The position in the columns {@code lat} and {@code lon}. */
        Position position() {
            return Position.find(number("lat"), number("lon"))
                    .orElseThrow(() -> wrong("lat", "and lon are no position on earth"));
        }

        /** The whole number in that column; null when it is empty. */
        Integer count(String column) {
            String text = optional(column);
            try {
                return text.isEmpty() ? null : Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw wrong(column, "is not a whole number: " + text);
            }
        }

        private double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column, "is not a number: " + optional(column));
            }
        }

        /** The error that this line's column is in. */
        GeodataException wrong(String column, String what) {
            return new GeodataException("Reference data: " + file + ", line " + line + ": column " + column + " " + what
                    + ". Correct the line or fetch the file again.");
        }
    }
}
