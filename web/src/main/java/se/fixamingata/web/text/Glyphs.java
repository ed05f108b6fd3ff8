package se.fixamingata.web.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import se.fixamingata.report.ReportStatus;

/**
 * The shape that goes with a status, and the key of its word. Colour, shape and word always come together; the same four shapes are
 * map pins, list markers and legend.
 */
@Named
@ApplicationScoped
public class Glyphs {

    /** {@code reported}, {@code working}, {@code fixed} or {@code closed}: the name of a glyph and of a colour token. */
    public String shape(ReportStatus status) {
        return switch (status) {
            case UNCONFIRMED, REPORTED -> "reported";
            case INVESTIGATING, PLANNED, IN_PROGRESS, FORWARDED -> "working";
            case FIXED -> "fixed";
            case NO_ACTION, NOT_RESPONSIBLE, DUPLICATE -> "closed";
        };
    }

    /** The message key of the status's word. */
    public String key(ReportStatus status) {
        return "status." + status.code();
    }
}
