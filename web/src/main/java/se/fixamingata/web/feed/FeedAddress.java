package se.fixamingata.web.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.position.Position;
import se.fixamingata.subscription.Area;

/**
 * Which feed: {@code /rapporter}, {@code /kategori/{code}}, {@code /kommun/{slug}}, {@code /kommun/{slug}/{code}},
 * {@code /cirkel/{lat},{lon}/{metres}}, {@code /rapport/{id}}.
 *
 * @param municipality slug or code; null for the country
 * @param category code; null for all
 * @param circle null for none
 * @param report number; null for none
 */
record FeedAddress(String municipality, String category, Area.Circle circle, Long report) {

    private static final Pattern POINT = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,6})?),(\\d{1,2}(?:\\.\\d{1,6})?)");
    private static final Pattern METRES = Pattern.compile("[1-9]\\d{2,4}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    FeedAddress(String municipality, String category) {
        this(municipality, category, null, null);
    }

    /** What follows {@code /atom}; empty when it is no feed's address. May be null. */
    static Optional<FeedAddress> parse(String path) {
        String[] parts = path == null ? new String[0] : path.split("/", -1);
        String kind = parts.length > 1 ? parts[1] : "";
        if (parts.length == 2 && kind.equals("rapporter")) {
            return Optional.of(new FeedAddress(null, null));
        }
        if (parts.length == 3 && kind.equals("kategori")) {
            return Optional.of(new FeedAddress(null, parts[2]));
        }
        if (parts.length == 3
                && kind.equals("rapport")
                && NUMBER.matcher(parts[2]).matches()) {
            return Optional.of(new FeedAddress(null, null, null, Long.valueOf(parts[2])));
        }
        if (parts.length == 4 && kind.equals("cirkel")) {
            return circle(parts[2], parts[3]).map(circle -> new FeedAddress(null, null, circle, null));
        }
        if (parts.length >= 3 && parts.length <= 4 && kind.equals("kommun")) {
            return Optional.of(new FeedAddress(parts[2], parts.length == 4 ? parts[3] : null));
        }
        return Optional.empty();
    }

    private static Optional<Area.Circle> circle(String point, String metres) {
        Matcher place = POINT.matcher(point);
        if (!place.matches() || !METRES.matcher(metres).matches() || Integer.parseInt(metres) > Area.FARTHEST) {
            return Optional.empty();
        }
        return Position.find(Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2)))
                .map(centre -> new Area.Circle(centre, Integer.parseInt(metres), ""));
    }
}
