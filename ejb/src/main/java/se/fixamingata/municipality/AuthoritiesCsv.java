package se.fixamingata.municipality;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The form of {@code authorities.csv}: UTF-8 with or without a byte order mark, columns parted by semicolons, quotation marks around
 * what holds one, a first row with the names of the columns. What the columns say is {@link AuthorityRules}' business.
 */
final class AuthoritiesCsv {

    /** The first row, in this order; files from before there were private categories end one column earlier. */
    static final List<String> HEADER = List.of(
            "code",
            "slug",
            "name",
            "kind",
            "state",
            "email",
            "category",
            "category_email",
            "categories",
            "refusal_sv",
            "refusal_en",
            "refusal_url",
            "private");

    static final List<String> OLD_HEADER = HEADER.subList(0, HEADER.size() - 1);

    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.RFC4180)
            .setDelimiter(';')
            .setIgnoreEmptyLines(true)
            .get();

    private final List<AuthorityLine> lines = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();

    private int width = HEADER.size();

    private AuthoritiesCsv() {}

    /** Takes the file apart; never throws because of what stands in it. */
    static AuthoritiesCsv read(byte[] file) {
        AuthoritiesCsv csv = new AuthoritiesCsv();
        CharBuffer text = CharBuffer.allocate(file.length);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            csv.problems.add(new FileProblem(lineOf(file, bytes.position()), "is not UTF-8"));
        } else {
            csv.parse(text.flip().toString());
        }
        return csv;
    }

    /** The lines below the header, in their order. */
    List<AuthorityLine> lines() {
        return lines;
    }

    /** What is wrong with the form; empty when the lines can be judged. */
    List<FileProblem> problems() {
        return problems;
    }

    private static long lineOf(byte[] file, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (file[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private void parse(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), FORMAT)) {
            boolean first = true;
            for (CSVRecord row : parser) {
                long number = parser.getCurrentLineNumber() - breaksWithin(row);
                if (first) {
                    header(row, number);
                    first = false;
                } else if (problems.isEmpty() || row.size() != width) {
                    line(row, number);
                }
            }
            if (first) {
                problems.add(new FileProblem(0, "is empty: the first row has to name the columns"));
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(new FileProblem(0, "cannot be taken apart: " + e.getMessage()));
        }
    }

    /** The parser counts the breaks it has passed, those inside quotation marks too; the row began before them. */
    private static long breaksWithin(CSVRecord row) {
        long breaks = row.stream()
                .mapToLong(value -> value.chars().filter(c -> c == '\n').count())
                .sum();
        return breaks;
    }

    private void header(CSVRecord row, long number) {
        List<String> names =
                row.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        if (names.equals(OLD_HEADER)) {
            width = OLD_HEADER.size();
        } else if (!names.equals(HEADER)) {
            problems.add(new FileProblem(number, "has to name the columns: " + String.join(";", HEADER)));
        }
    }

    private void line(CSVRecord row, long number) {
        if (row.size() != width) {
            problems.add(
                    new FileProblem(number, "has " + row.size() + " columns, not " + width + " as the first row says"));
            return;
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < HEADER.size(); i++) {
            columns.put(HEADER.get(i), i < width ? row.get(i).strip() : "");
        }
        lines.add(new AuthorityLine(number, columns));
    }
}
