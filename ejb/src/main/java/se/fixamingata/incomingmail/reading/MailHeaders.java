package se.fixamingata.incomingmail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The headers of a message, in the clear, in their order. Where one should stand once and stands twice, the first counts. */
public final class MailHeaders {

    private final List<Line> lines;

    /**
     * @param name in lower case
     * @param raw as it came, in one line
     * @param value with its encoded words in the clear
     */
    record Line(String name, String raw, String value) {}

    MailHeaders(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The first of that name; empty when there is none. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return named(name).map(Line::value).toList();
    }

    /** Those of that name with their encoded words left alone: an address never stands in one. */
    List<String> raw(String name) {
        return named(name).map(Line::raw).toList();
    }

    /** Those of that name that stand above the border, which is the one of that other name after so many others of it. */
    List<String> rawAbove(String name, String border, int passed) {
        int seen = 0;
        List<String> above = new ArrayList<>();
        for (Line line : lines) {
            if (line.name().equals(border.toLowerCase(Locale.ROOT)) && seen++ == passed) {
                break;
            }
            if (line.name().equals(name.toLowerCase(Locale.ROOT))) {
                above.add(line.raw());
            }
        }
        return above;
    }

    private Stream<Line> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return lines.stream().filter(line -> line.name().equals(wanted));
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** Whether the first of that name begins with that, whatever the case. */
    public boolean says(String name, String beginning) {
        return first(name)
                .filter(value -> value.strip().toLowerCase(Locale.ROOT).startsWith(beginning))
                .isPresent();
    }
}
