package se.fixamingata.position;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;

/**
 * A point on the ground, WGS 84 degrees. Finite, latitude -85 to 85 (the reach of the web-mercator map), longitude -180 to 180.
 *
 * <p>Rounded to six decimals (0.1 m), so that a position survives a URL, a form field and a mail unchanged. Whether it lies in
 * Sweden is not its business: the boundaries know.
 */
@Embeddable
public class Position implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Of the sphere on which distances are measured. */
    public static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private static final double DEGREE_METRES = Math.toRadians(1) * EARTH_RADIUS_METRES;
    /** The web-mercator square ends at 85.05 degrees; nobody reports a lamp north of 85. */
    private static final double MAX_LATITUDE = 85;

    @Column(name = "lat", nullable = false)
    private double lat;

    @Column(name = "lon", nullable = false)
    private double lon;

    protected Position() {}

    private Position(double lat, double lon) {
        this.lat = lat;
        this.lon = lon;
    }

    /**
     * @param lat latitude in degrees, north positive
     * @param lon longitude in degrees, east positive
     * @throws IllegalArgumentException when either is not a finite number or out of range
     */
    public static Position of(double lat, double lon) {
        return find(lat, lon).orElseThrow(() -> new IllegalArgumentException("Not a position: " + lat + ", " + lon));
    }

    /** The position, or empty when the numbers are none (NaN, 91 degrees, infinite). */
    public static Optional<Position> find(double lat, double lon) {
        boolean possible =
                Double.isFinite(lat) && Double.isFinite(lon) && Math.abs(lat) <= MAX_LATITUDE && Math.abs(lon) <= 180;
        return possible ? Optional.of(new Position(round(lat), round(lon))) : Optional.empty();
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    public double lat() {
        return lat;
    }

    public double lon() {
        return lon;
    }

    /** Getter form for Expression Language. */
    public double getLat() {
        return lat;
    }

    /** Getter form for Expression Language. */
    public double getLon() {
        return lon;
    }

    /** Great-circle distance in metres (haversine); exact to 0.5 %, which is what a sphere can give. */
    public double metresTo(Position other) {
        double dLat = Math.toRadians(other.lat - lat) / 2;
        double dLon = Math.toRadians(other.lon - lon) / 2;
        double a = Math.sin(dLat) * Math.sin(dLat)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.sin(dLon) * Math.sin(dLon);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /** The box that holds the circle of that radius in metres around this point. */
    public BoundingBox around(double metres) {
        double dLat = metres / DEGREE_METRES;
        double dLon = metres / (DEGREE_METRES * Math.cos(Math.toRadians(lat)));
        return new BoundingBox(lat - dLat, lon - dLon, lat + dLat, lon + dLon);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && lat == that.lat && lon == that.lon;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(lat) * 31 + Double.hashCode(lon);
    }

    @Override
    public String toString() {
        return lat + ", " + lon;
    }
}
