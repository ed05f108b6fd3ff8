package se.fixamingata.map;

import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/** What a tile of the map holds at a point, WGS 84 degrees: a single report or a counted cluster. */
public sealed interface MapFeature {

    double lat();

    double lon();

    /**
     * One report.
     *
     * @param reported when it became public
     */
    record Single(
            long id, double lat, double lon, ReportStatus status, String categoryCode, String title, Instant reported)
            implements MapFeature {}

    /**
     * Several reports, shown at the mean of their places.
     *
     * @param count all of them, at least 2
     * @param open how many of them wait for somebody
     * @param fixed how many are fixed; the rest is closed without that
     * @param expandZoom the zoom at which they part, finer than the tile's; null when no zoom up to {@link MapTiles#FINEST_PARTING} does
     *     it: then a list is the only way to tell them apart
     */
    record Cluster(double lat, double lon, int count, int open, int fixed, Integer expandZoom) implements MapFeature {}
}
