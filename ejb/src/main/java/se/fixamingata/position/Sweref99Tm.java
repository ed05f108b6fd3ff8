package se.fixamingata.position;

import static java.lang.Math.atan;
import static java.lang.Math.cos;
import static java.lang.Math.cosh;
import static java.lang.Math.sin;
import static java.lang.Math.sinh;
import static java.lang.Math.toRadians;

import java.util.Locale;

/**
 * A point in Sweden's national grid SWEREF 99 TM, metres: what municipal systems speak.
 *
 * <p>Gauss-Krüger projection of the ellipsoid GRS 80 with the parameters and series that Lantmäteriet publishes: central meridian 15
 * degrees east, scale 0.9996, false easting 500,000 m. Exact to the millimetre within Sweden. WGS 84 and SWEREF 99 differ by some
 * decimetres, which is less than anybody can point at.
 *
 * @param north northing, roughly 6,100,000 to 7,700,000 in Sweden
 * @param east easting, roughly 200,000 to 950,000 in Sweden
 */
public record Sweref99Tm(double north, double east) {

    private static final double AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double CENTRAL_MERIDIAN = toRadians(15);
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;

    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double RADIUS = AXIS / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

    /** The same place in the grid. */
    public static Sweref99Tm of(Position position) {
        double phi = toRadians(position.lat());
        double lambda = toRadians(position.lon()) - CENTRAL_MERIDIAN;

        double a = E2;
        double b = (5 * Math.pow(E2, 2) - Math.pow(E2, 3)) / 6;
        double c = (104 * Math.pow(E2, 3) - 45 * Math.pow(E2, 4)) / 120;
        double d = 1237 * Math.pow(E2, 4) / 1260;
        double s2 = Math.pow(sin(phi), 2);
        double conformal = phi - sin(phi) * cos(phi) * (a + b * s2 + c * s2 * s2 + d * s2 * s2 * s2);

        double xi = Math.atan2(sin(conformal), cos(conformal) * cos(lambda));
        double sine = cos(conformal) * sin(lambda);
        double eta = Math.log((1 + sine) / (1 - sine)) / 2;

        double b1 = N / 2 - 2 * Math.pow(N, 2) / 3 + 5 * Math.pow(N, 3) / 16 + 41 * Math.pow(N, 4) / 180;
        double b2 = 13 * Math.pow(N, 2) / 48 - 3 * Math.pow(N, 3) / 5 + 557 * Math.pow(N, 4) / 1440;
        double b3 = 61 * Math.pow(N, 3) / 240 - 103 * Math.pow(N, 4) / 140;
        double b4 = 49561 * Math.pow(N, 4) / 161280;

        double north = SCALE
                * RADIUS
                * (xi
                        + b1 * sin(2 * xi) * cosh(2 * eta)
                        + b2 * sin(4 * xi) * cosh(4 * eta)
                        + b3 * sin(6 * xi) * cosh(6 * eta)
                        + b4 * sin(8 * xi) * cosh(8 * eta));
        double east = SCALE
                        * RADIUS
                        * (eta
                                + b1 * cos(2 * xi) * sinh(2 * eta)
                                + b2 * cos(4 * xi) * sinh(4 * eta)
                                + b3 * cos(6 * xi) * sinh(6 * eta)
                                + b4 * cos(8 * xi) * sinh(8 * eta))
                + FALSE_EASTING;
        return new Sweref99Tm(north, east);
    }

    /**
     * The same place in degrees.
     *
     * @throws IllegalArgumentException when the numbers lie nowhere near the grid
     */
    public Position toPosition() {
        double xi = north / (SCALE * RADIUS);
        double eta = (east - FALSE_EASTING) / (SCALE * RADIUS);

        double d1 = N / 2 - 2 * Math.pow(N, 2) / 3 + 37 * Math.pow(N, 3) / 96 - Math.pow(N, 4) / 360;
        double d2 = Math.pow(N, 2) / 48 + Math.pow(N, 3) / 15 - 437 * Math.pow(N, 4) / 1440;
        double d3 = 17 * Math.pow(N, 3) / 480 - 37 * Math.pow(N, 4) / 840;
        double d4 = 4397 * Math.pow(N, 4) / 161280;
        double xiPrime = xi
                - d1 * sin(2 * xi) * cosh(2 * eta)
                - d2 * sin(4 * xi) * cosh(4 * eta)
                - d3 * sin(6 * xi) * cosh(6 * eta)
                - d4 * sin(8 * xi) * cosh(8 * eta);
        double etaPrime = eta
                - d1 * cos(2 * xi) * sinh(2 * eta)
                - d2 * cos(4 * xi) * sinh(4 * eta)
                - d3 * cos(6 * xi) * sinh(6 * eta)
                - d4 * cos(8 * xi) * sinh(8 * eta);

        double conformal = Math.asin(sin(xiPrime) / cosh(etaPrime));
        double lambda = atan(sinh(etaPrime) / cos(xiPrime));

        double a = E2 + Math.pow(E2, 2) + Math.pow(E2, 3) + Math.pow(E2, 4);
        double b = -(7 * Math.pow(E2, 2) + 17 * Math.pow(E2, 3) + 30 * Math.pow(E2, 4)) / 6;
        double c = (224 * Math.pow(E2, 3) + 889 * Math.pow(E2, 4)) / 120;
        double d = -4279 * Math.pow(E2, 4) / 1260;
        double s2 = Math.pow(sin(conformal), 2);
        double phi = conformal + sin(conformal) * cos(conformal) * (a + b * s2 + c * s2 * s2 + d * s2 * s2 * s2);
        return Position.of(Math.toDegrees(phi), Math.toDegrees(CENTRAL_MERIDIAN + lambda));
    }

    /** Whether the numbers can lie in Sweden at all; the boundaries know better. */
    public boolean isPlausible() {
        return north >= 6_050_000 && north <= 7_750_000 && east >= 150_000 && east <= 1_000_000;
    }

    /** As it is written in Sweden: northing first, whole metres, {@code 6600000, 413000}. */
    public String text() {
        return String.format(Locale.ROOT, "%.0f, %.0f", north, east);
    }
}
