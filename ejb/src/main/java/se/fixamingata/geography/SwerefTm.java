package se.fixamingata.geography;

import java.util.Optional;
import se.fixamingata.position.Position;

/**
 * Grid coordinates in SWEREF 99 TM, Sweden's national grid, to latitude and longitude.
 *
 * <p>Gauss–Krüger by Lantmäteriet's published formulas ("Gauss Conformal Projection, Krüger's formulas") on GRS 80, central meridian
 * 15 degrees, scale 0.9996, false easting 500 000 m. SWEREF 99 and WGS 84 agree to a few decimetres.
 */
final class SwerefTm {

    private static final double AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double CENTRAL_MERIDIAN = 15;
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;

    /** Where the grid has Swedish ground; north and east cannot be mistaken for each other. */
    private static final double SOUTHERNMOST = 6_100_000;

    private static final double NORTHERNMOST = 7_700_000;
    private static final double WESTERNMOST = 200_000;
    private static final double EASTERNMOST = 1_000_000;

    private SwerefTm() {}

    /** The position of two grid numbers in metres, whichever comes first; empty when they are none in Sweden. */
    static Optional<Position> position(double one, double other) {
        if (isNorthing(one) && isEasting(other)) {
            return Optional.of(toPosition(one, other));
        }
        return isNorthing(other) && isEasting(one) ? Optional.of(toPosition(other, one)) : Optional.empty();
    }

    private static boolean isNorthing(double metres) {
        return metres >= SOUTHERNMOST && metres <= NORTHERNMOST;
    }

    private static boolean isEasting(double metres) {
        return metres >= WESTERNMOST && metres <= EASTERNMOST;
    }

    static Position toPosition(double northing, double easting) {
        double e2 = FLATTENING * (2 - FLATTENING);
        double n = FLATTENING / (2 - FLATTENING);
        double n2 = n * n;
        double n3 = n2 * n;
        double n4 = n3 * n;
        double roof = AXIS / (1 + n) * (1 + n2 / 4 + n4 / 64);
        double[] delta = {
            n / 2 - n2 * 2 / 3 + n3 * 37 / 96 - n4 / 360,
            n2 / 48 + n3 / 15 - n4 * 437 / 1440,
            n3 * 17 / 480 - n4 * 37 / 840,
            n4 * 4397 / 161280
        };
        double xi = northing / (SCALE * roof);
        double eta = (easting - FALSE_EASTING) / (SCALE * roof);
        double xiPrim = xi;
        double etaPrim = eta;
        for (int k = 1; k <= delta.length; k++) {
            xiPrim -= delta[k - 1] * Math.sin(2 * k * xi) * Math.cosh(2 * k * eta);
            etaPrim -= delta[k - 1] * Math.cos(2 * k * xi) * Math.sinh(2 * k * eta);
        }
        double conformal = Math.asin(Math.sin(xiPrim) / Math.cosh(etaPrim));
        double longitude = Math.atan(Math.sinh(etaPrim) / Math.cos(xiPrim));
        double sin = Math.sin(conformal);
        double sin2 = sin * sin;
        double a = e2 + e2 * e2 + Math.pow(e2, 3) + Math.pow(e2, 4);
        double b = -(7 * e2 * e2 + 17 * Math.pow(e2, 3) + 30 * Math.pow(e2, 4)) / 6;
        double c = (224 * Math.pow(e2, 3) + 889 * Math.pow(e2, 4)) / 120;
        double d = -(4279 * Math.pow(e2, 4)) / 1260;
        double latitude =
                conformal + sin * Math.cos(conformal) * (a + b * sin2 + c * sin2 * sin2 + d * sin2 * sin2 * sin2);
        return Position.of(Math.toDegrees(latitude), CENTRAL_MERIDIAN + Math.toDegrees(longitude));
    }
}
