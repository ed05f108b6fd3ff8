package se.fixamingata.geography;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.position.Position;

/** What somebody typed into the search box, understood. */
sealed interface PlaceQuery {

    /** Longer texts are no places. */
    int LONGEST = 200;

    /** Nothing to look for. */
    record Nothing() implements PlaceQuery {}

    /** {@code #1234}. */
    record ReportNumber(long number) implements PlaceQuery {}

    /** Two numbers that are a position. */
    record Coordinates(Position position) implements PlaceQuery {}

    /** Two to five digits of a postcode, and the words behind them ("" without any). */
    record PostcodeDigits(String digits, String behind) implements PlaceQuery {}

    /** Words. */
    record Name(String text) implements PlaceQuery {}

    Pattern REPORT = Pattern.compile("#\\s*([1-9]\\d{0,17})");
    Pattern POSTCODE = Pattern.compile(
            "(?:SE?[- ]?)?(?:(\\d{3}\\s?\\d{2})(?:\\s*,?\\s+(\\p{L}.*))?|(\\d{2,4}))", Pattern.CASE_INSENSITIVE);

    static PlaceQuery of(String typed) {
        // Invisible characters come along when text is copied from a PDF or a map.
        String text = typed == null
                ? ""
                : typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u00a0]+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Nothing();
        }
        Matcher report = REPORT.matcher(text);
        if (report.matches()) {
            return new ReportNumber(Long.parseLong(report.group(1)));
        }
        Matcher postcode = POSTCODE.matcher(text);
        if (postcode.matches()) {
            String digits = postcode.group(1) == null
                    ? postcode.group(3)
                    : postcode.group(1).replace(" ", "");
            return new PostcodeDigits(digits, postcode.group(2) == null ? "" : postcode.group(2));
        }
        Optional<Position> position = CoordinateText.parse(text);
        return position.isPresent() ? new Coordinates(position.get()) : new Name(text);
    }
}
