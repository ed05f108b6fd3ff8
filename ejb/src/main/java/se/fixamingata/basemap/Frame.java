package se.fixamingata.basemap;

import org.locationtech.jts.geom.Envelope;

/**
 * The piece of the world that a picture shows: a zoom, the world pixel of its upper left corner, its size in world pixels, and how
 * many device pixels a world pixel gets (2 for dense screens).
 *
 * <p>Tiles begin at whole world pixels, so a shape falls on the same sub-pixels in every tile and no seam shows.
 */
record Frame(int zoom, double left, double top, int width, int height, int scale) {

    /** Strokes and halos reach outside their geometry: what lies this near in world pixels may still show. */
    static final int MARGIN = 24;

    static Frame tile(int zoom, int x, int y, int scale) {
        return new Frame(
                zoom, (double) x * Mercator.TILE, (double) y * Mercator.TILE, Mercator.TILE, Mercator.TILE, scale);
    }

    /** From world units to device pixels. */
    double deviceX(double worldX) {
        return (worldX * Mercator.pixels(zoom) - left) * scale;
    }

    double deviceY(double worldY) {
        return (worldY * Mercator.pixels(zoom) - top) * scale;
    }

    /** The ground that may show, margin included, in world units. */
    Envelope reach() {
        double pixels = Mercator.pixels(zoom);
        return new Envelope(
                (left - MARGIN) / pixels,
                (left + width + MARGIN) / pixels,
                (top - MARGIN) / pixels,
                (top + height + MARGIN) / pixels);
    }

    /** The same in world pixels. */
    Envelope pixelReach() {
        return new Envelope(left - MARGIN, left + width + MARGIN, top - MARGIN, top + height + MARGIN);
    }
}
