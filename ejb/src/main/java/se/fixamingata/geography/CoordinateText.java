package se.fixamingata.geography;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.position.Position;
import se.fixamingata.position.Sweref99Tm;

/**
 * Two numbers as people write a position: {@code 59.38, 13.50}, {@code 59,38 13,50}, {@code N 59.38° E 13.50°},
 * {@code 59°22'48"N 13°30'0"E}, and SWEREF 99 TM {@code 6583000 412000}.
 */
final class CoordinateText {

    private static final String NUMBER = "[-+]?\\d{1,7}(?:[.,]\\d{1,9})?";
    private static final String LETTER = "[NSEWÖV]?";
    private static final String DEGREES =
            "(?:\\s*°\\s*(?:(\\d{1,2}(?:[.,]\\d{1,6})?)\\s*['′]\\s*(?:(\\d{1,2}(?:[.,]\\d{1,6})?)\\s*(?:\"|″|'')\\s*)?)?)?";
    private static final String ONE = "(" + LETTER + ")\\s*(" + NUMBER + ")" + DEGREES + "\\s*(" + LETTER + "?)";

    /** Latitude and longitude need something between them: a comma with space, a semicolon, a slash or a space. */
    private static final Pattern PAIR = Pattern.compile(
            "\\(?\\s*" + ONE + "(?:\\s*[,;/]\\s+|\\s*[;/]\\s*|\\s+|(?<=[NSEWÖV°'\"″′])\\s*,?\\s*)" + ONE + "\\s*\\)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** {@code 59.38,13.50}: with points for decimals, a comma alone parts the two. */
    private static final Pattern POINTS = Pattern.compile("(-?\\d{1,7}\\.\\d{1,9})\\s*,\\s*(-?\\d{1,7}\\.\\d{1,9})");

    /** No latitude in Sweden is less, no longitude as much: so two numbers tell which is which. */
    private static final double SOUTHERNMOST = 54;

    private CoordinateText() {}

    /** The position; empty when the text is not two numbers that can be one. */
    static Optional<Position> parse(String text) {
        Matcher points = POINTS.matcher(text);
        if (points.matches()) {
            return position(number(points.group(1)), number(points.group(2)));
        }
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return Optional.empty();
        }
        double one = degrees(pair, 1);
        double other = degrees(pair, 6);
        String first = letters(pair, 1);
        String second = letters(pair, 6);
        // "N59.38 E13.50" and "59.38N 13.50E": the pattern cannot tell whose a letter between the numbers is.
        if (first.length() == 2 && second.isEmpty()) {
            second = first.substring(1);
            first = first.substring(0, 1);
        } else if (first.isEmpty() && second.length() == 2) {
            first = second.substring(0, 1);
            second = second.substring(1);
        }
        if (first.isEmpty() && second.isEmpty()) {
            return position(one, other);
        }
        boolean latitudeFirst = isLatitude(first) || isLongitude(second);
        boolean longitudeFirst = isLongitude(first) || isLatitude(second);
        if (latitudeFirst == longitudeFirst) {
            return Optional.empty();
        }
        return latitudeFirst
                ? inOrder(signed(one, first), signed(other, second))
                : inOrder(signed(other, second), signed(one, first));
    }

    /** Without letters: grid numbers, or degrees in either order where only one order can be in Sweden. */
    private static Optional<Position> position(double one, double other) {
        boolean northLast = isGrid(one, other) ? other > one : other > SOUTHERNMOST && one < SOUTHERNMOST;
        return northLast ? inOrder(other, one) : inOrder(one, other);
    }

    private static boolean isGrid(double one, double other) {
        return Math.abs(one) > 180 || Math.abs(other) > 180;
    }

    private static Optional<Position> inOrder(double north, double east) {
        if (!isGrid(north, east)) {
            return Position.find(north, east);
        }
        Sweref99Tm grid = new Sweref99Tm(north, east);
        return grid.isPlausible() ? Optional.of(grid.toPosition()) : Optional.empty();
    }

    /** The number with its minutes and seconds; the groups of one coordinate begin at {@code group}. */
    private static double degrees(Matcher matcher, int group) {
        double whole = number(matcher.group(group + 1));
        double rest = number(matcher.group(group + 2)) / 60 + number(matcher.group(group + 3)) / 3600;
        return whole < 0 ? whole - rest : whole + rest;
    }

    private static String letters(Matcher matcher, int group) {
        return (matcher.group(group) + matcher.group(group + 4)).toUpperCase(Locale.ROOT);
    }

    private static boolean isLatitude(String letter) {
        return letter.equals("N") || letter.equals("S");
    }

    /** E and W, and Swedish Ö (öst) and V (väst). */
    private static boolean isLongitude(String letter) {
        return letter.equals("E") || letter.equals("W") || letter.equals("Ö") || letter.equals("V");
    }

    private static double signed(double degrees, String letter) {
        return letter.equals("S") || letter.equals("W") || letter.equals("V") ? -degrees : degrees;
    }

    private static double number(String text) {
        return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
    }
}
