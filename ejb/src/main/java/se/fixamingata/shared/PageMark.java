package se.fixamingata.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended: its last entry's moment and number, by which the list is ordered. A list that is continued there repeats and skips
 * nothing, whatever has come or gone in the meantime; counting pages would.
 */
public record PageMark(Instant at, long id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    /** As it stands in an address. */
    public String text() {
        return Duration.between(Instant.EPOCH, at).toNanos() / 1_000 + "-" + id;
    }

    /** Empty when the text is none of ours. */
    public static Optional<PageMark> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new PageMark(SqlTime.instant(Long.valueOf(parts.group(1))), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
