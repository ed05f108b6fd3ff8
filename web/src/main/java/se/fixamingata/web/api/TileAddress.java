package se.fixamingata.web.api;

import java.util.regex.Pattern;
import se.fixamingata.map.MapTiles;
import se.fixamingata.position.MapCell;

/** A tile as it stands in a URL. */
final class TileAddress {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    private TileAddress() {}

    /** @throws IllegalArgumentException with the reason when there is no such tile */
    static MapCell parse(String z, String x, String y) {
        int zoom = number("zoom", z);
        if (zoom > MapTiles.FINEST_TILE) {
            throw new IllegalArgumentException("zoom must be 0 to " + MapTiles.FINEST_TILE);
        }
        int side = 1 << zoom;
        int column = number("x", x);
        int row = number("y", y);
        if (column >= side || row >= side) {
            throw new IllegalArgumentException("At zoom " + zoom + " x and y must be 0 to " + (side - 1));
        }
        return new MapCell(zoom, column, row);
    }

    private static int number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(name + " must be a whole number, not negative");
        }
        return Integer.parseInt(text);
    }
}
