package se.fixamingata.basemap;

/**
 * Web mercator in <em>world units</em>: 0 to 1 from the date line eastwards and from 85.05 degrees north southwards. A world pixel of
 * zoom z is 1 / (256 · 2^z) of it.
 */
final class Mercator {

    /** Side of a tile in pixels. */
    static final int TILE = 256;

    private Mercator() {}

    static double x(double lon) {
        return (lon + 180) / 360;
    }

    static double y(double lat) {
        double sin = Math.sin(Math.toRadians(Math.max(-85.05, Math.min(85.05, lat))));
        return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    static double lat(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    }

    static double lon(double x) {
        return x * 360 - 180;
    }

    /** How many pixels the world is wide at that zoom. */
    static double pixels(int zoom) {
        return (double) TILE * (1L << zoom);
    }
}
