package se.fixamingata.web.browse;

import java.util.Optional;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;

/**
 * What of the country a reader sees: a middle and a zoom, as they stand in the address.
 *
 * @param zoom 4 to 18
 */
record Viewport(Position centre, int zoom) {

    static final int MIN_ZOOM = 4;
    static final int MAX_ZOOM = 18;

    /** All of Sweden. */
    static final Viewport COUNTRY = new Viewport(Position.of(62.6, 16.6), 5);

    /** What a list without scripts assumes the map to show; with scripts the browser says what it really shows. */
    private static final int WIDTH = 800;

    private static final int HEIGHT = 600;
    private static final int TILE = 256;

    Viewport {
        zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom));
    }

    /** From the texts of an address; empty when there is no position in them. */
    static Optional<Viewport> parse(String lat, String lon, String zoom) {
        return number(lat)
                .flatMap(y -> number(lon).flatMap(x -> Position.find(y, x)))
                .map(centre ->
                        new Viewport(centre, number(zoom).map(Double::intValue).orElse(15)));
    }

    private static Optional<Double> number(String text) {
        try {
            return text == null || text.length() > 30 ? Optional.empty() : Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The ground under a map of usual size. */
    BoundingBox box() {
        double perPixel = 360.0 / (TILE * Math.pow(2, zoom));
        double dLon = WIDTH / 2.0 * perPixel;
        double dLat = HEIGHT / 2.0 * perPixel * Math.cos(Math.toRadians(centre.lat()));
        return new BoundingBox(
                Math.max(-85, centre.lat() - dLat),
                Math.max(-180, centre.lon() - dLon),
                Math.min(85, centre.lat() + dLat),
                Math.min(180, centre.lon() + dLon));
    }

    /** {@code south,west,north,east} as a browser sends it; empty when it is none. */
    static Optional<BoundingBox> parseBox(String text) {
        String[] edges = text == null ? new String[0] : text.split(",");
        if (edges.length != 4) {
            return Optional.empty();
        }
        Optional<Position> southWest =
                number(edges[0]).flatMap(s -> number(edges[1]).flatMap(w -> Position.find(s, w)));
        Optional<Position> northEast =
                number(edges[2]).flatMap(n -> number(edges[3]).flatMap(e -> Position.find(n, e)));
        return southWest.flatMap(sw -> northEast
                .filter(ne -> ne.lat() >= sw.lat() && ne.lon() >= sw.lon())
                .map(ne -> new BoundingBox(sw.lat(), sw.lon(), ne.lat(), ne.lon())));
    }

    /** Whether the box holds all of Sweden, so that asking for it would only cost. */
    static boolean holdsCountry(BoundingBox box) {
        return box.south() < 55.2 && box.north() > 69.1 && box.west() < 10.9 && box.east() > 24.2;
    }
}
