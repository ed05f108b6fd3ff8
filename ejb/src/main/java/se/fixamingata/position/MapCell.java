package se.fixamingata.position;

/**
 * The square of the web-mercator tile grid that a position lies in, and its Morton number (the quadkey read as an integer: the bits
 * of x and y interleaved, y the higher of each pair).
 *
 * <p>Why: every tile at any zoom is one contiguous range of Morton numbers, a count per cluster is a {@code GROUP BY} on the shifted
 * number, and a circle is at most nine ranges. One B-tree index therefore answers every question of the map, in any SQL database.
 *
 * @param zoom 0 (the world) to {@value #FINEST} (about 1.2 m at 60 degrees north)
 * @param x column, counted from the west, 0 to 2^zoom - 1
 * @param y row, counted from the north, 0 to 2^zoom - 1
 */
public record MapCell(int zoom, int x, int y) {

    /** The zoom of the number that a report stores. */
    public static final int FINEST = 24;

    public MapCell {
        if (zoom < 0 || zoom > FINEST || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            throw new IllegalArgumentException("No such cell: " + zoom + "/" + x + "/" + y);
        }
    }

    /** The cell that holds the position at that zoom. */
    public static MapCell at(Position position, int zoom) {
        int side = 1 << zoom;
        double sin = Math.sin(Math.toRadians(position.lat()));
        double column = (position.lon() + 180) / 360 * side;
        double row = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side;
        return new MapCell(zoom, clamp(column, side), clamp(row, side));
    }

    /** The cell with that Morton number. */
    public static MapCell ofNumber(int zoom, long number) {
        return new MapCell(zoom, squeeze(number), squeeze(number >> 1));
    }

    /** The Morton number at this cell's zoom. */
    public long number() {
        return spread(x) | spread(y) << 1;
    }

    /** The lowest number at the finer zoom that lies in this cell. */
    public long first(int finerZoom) {
        return number() << shiftTo(finerZoom);
    }

    /** The highest number at the finer zoom that lies in this cell. */
    public long last(int finerZoom) {
        return (number() + 1 << shiftTo(finerZoom)) - 1;
    }

    /** The cell of that coarser zoom in which this one lies. */
    public MapCell parent(int coarserZoom) {
        int shift = zoom - coarserZoom;
        return new MapCell(coarserZoom, x >> shift, y >> shift);
    }

    /** The ground it covers. */
    public BoundingBox box() {
        return new BoundingBox(latitude(y + 1), longitude(x), latitude(y), longitude(x + 1));
    }

    /** Its middle. */
    public Position centre() {
        return Position.of(latitude(y + 0.5), longitude(x + 0.5));
    }

    private int shiftTo(int finerZoom) {
        if (finerZoom < zoom) {
            throw new IllegalArgumentException("Zoom " + finerZoom + " is coarser than " + zoom);
        }
        return 2 * (finerZoom - zoom);
    }

    private double longitude(double column) {
        return column / (1 << zoom) * 360 - 180;
    }

    private double latitude(double row) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / (1 << zoom)))));
    }

    private static int clamp(double value, int side) {
        return Math.min(side - 1, Math.max(0, (int) Math.floor(value)));
    }

    /** Puts a zero between each two bits. */
    private static long spread(long bits) {
        long b = bits & 0xFFFFFFFFL;
        b = (b | b << 16) & 0x0000FFFF0000FFFFL;
        b = (b | b << 8) & 0x00FF00FF00FF00FFL;
        b = (b | b << 4) & 0x0F0F0F0F0F0F0F0FL;
        b = (b | b << 2) & 0x3333333333333333L;
        return (b | b << 1) & 0x5555555555555555L;
    }

    /** Takes every second bit. */
    private static int squeeze(long bits) {
        long b = bits & 0x5555555555555555L;
        b = (b | b >> 1) & 0x3333333333333333L;
        b = (b | b >> 2) & 0x0F0F0F0F0F0F0F0FL;
        b = (b | b >> 4) & 0x00FF00FF00FF00FFL;
        b = (b | b >> 8) & 0x0000FFFF0000FFFFL;
        return (int) (b | b >> 16);
    }
}
