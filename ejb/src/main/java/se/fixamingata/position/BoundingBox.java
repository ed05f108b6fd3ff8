package se.fixamingata.position;

/** A box along the meridians and parallels, WGS 84 degrees; the edges belong to it. Never crosses the date line. */
public record BoundingBox(double south, double west, double north, double east) {

    public BoundingBox {
        if (!(south <= north && west <= east)) {
            throw new IllegalArgumentException("Not a box: " + south + ", " + west + ", " + north + ", " + east);
        }
    }

    public boolean contains(Position position) {
        return position.lat() >= south && position.lat() <= north && position.lon() >= west && position.lon() <= east;
    }
}
