package se.fixamingata.basemap;

import java.util.Objects;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;

/**
 * A mark in a still picture.
 *
 * @param status whose colour and shape it takes, or null for a plain marker
 */
public record Pin(Position position, ReportStatus status) {

    public Pin {
        Objects.requireNonNull(position);
    }

    /** A marker that says nothing but "here". */
    public static Pin plain(Position position) {
        return new Pin(position, null);
    }
}
