package se.fixamingata.basemap;

import java.awt.Color;
import se.fixamingata.lettering.Typeface;

/** What a label looks like: cut, colours, how loosely it is set. */
enum Ink {
    CITY(Typeface.SEMIBOLD, 0.01, true),
    PLACE(Typeface.REGULAR, 0.01, true),
    QUIET(Typeface.REGULAR, 0.01, true),
    REGION(Typeface.REGULAR, 0.16, true),
    WATER(Typeface.ITALIC, 0.06, true),
    STREET(Typeface.REGULAR, 0.03, true),
    GREEN(Typeface.ITALIC, 0.02, true),
    EUROPEAN_ROAD(Typeface.SEMIBOLD, 0.02, false),
    NATIONAL_ROAD(Typeface.SEMIBOLD, 0.02, false);

    final Typeface typeface;
    final double tracking;
    final boolean hasHalo;

    Ink(Typeface typeface, double tracking, boolean hasHalo) {
        this.typeface = typeface;
        this.tracking = tracking;
        this.hasHalo = hasHalo;
    }

    Color colour(Palette palette) {
        return switch (this) {
            case CITY, PLACE, STREET -> palette.ink();
            case QUIET, REGION -> palette.quietInk();
            case WATER -> palette.waterInk();
            case GREEN -> palette.parkInk();
            case EUROPEAN_ROAD, NATIONAL_ROAD -> palette.shieldInk();
        };
    }

    Color halo(Palette palette) {
        return this == WATER ? palette.waterHalo() : palette.halo();
    }

    boolean isShield() {
        return this == EUROPEAN_ROAD || this == NATIONAL_ROAD;
    }
}
