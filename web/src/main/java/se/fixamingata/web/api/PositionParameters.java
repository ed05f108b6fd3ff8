package se.fixamingata.web.api;

import se.fixamingata.position.Position;

/** A position as two query parameters. */
final class PositionParameters {

    /** Longer texts are no number; parsing them would only cost time. */
    private static final int LONGEST = 40;

    private PositionParameters() {}

    /** @throws IllegalArgumentException with the reason when the two are no position */
    static Position parse(String lat, String lon) {
        double latitude = number("lat", lat);
        double longitude = number("lon", lon);
        return Position.find(latitude, longitude)
                .orElseThrow(() -> new IllegalArgumentException(
                        "lat must be between -85 and 85, lon between -180 and 180, both finite numbers"));
    }

    private static double number(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        try {
            if (text.length() <= LONGEST) {
                return Double.parseDouble(text.strip());
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " must be a decimal number of degrees, with a point", notANumber);
        }
        throw new IllegalArgumentException(name + " is too long for a number");
    }
}
