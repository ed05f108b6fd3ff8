package se.fixamingata.basemap;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import se.fixamingata.geography.Locality;

/**
 * A soft tint where people live, as large as a place of so many people commonly is. The data hold built-up ground for big towns only;
 * without this a village would be an empty sheet. Its edge fades, because nobody knows where it is.
 */
final class BuiltUp {

    /** Further out a town is its name and its dot. */
    static final int FROM = 8;

    private static final int FEWEST = 200;
    /** People per square metre of built-up ground in Sweden (SCB: about 1,600 to the square kilometre). */
    private static final double DENSITY = 1_600e-6;

    private static final double EQUATOR_METRES = 40_075_016.7;
    /** The fading edge lies half outside the computed circle. */
    private static final double FADING = 1.35;

    private final STRtree spots = new STRtree();

    /** A circle in world units. */
    private record Spot(double x, double y, double radius) {}

    BuiltUp(List<Locality> localities) {
        for (Locality place : localities) {
            if (place.population() >= FEWEST) {
                double metres = Math.sqrt(place.population() / DENSITY / Math.PI) * FADING;
                double lat = place.position().lat();
                double radius = metres / (EQUATOR_METRES * Math.cos(Math.toRadians(lat)));
                double x = Mercator.x(place.position().lon());
                double y = Mercator.y(lat);
                spots.insert(new Envelope(x - radius, x + radius, y - radius, y + radius), new Spot(x, y, radius));
            }
        }
        spots.build();
    }

    @SuppressWarnings("unchecked")
    void paint(Graphics2D g, Frame frame, Color colour) {
        Color gone = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        List<Spot> near = spots.query(frame.reach());
        for (Spot spot : near) {
            double x = frame.deviceX(spot.x());
            double y = frame.deviceY(spot.y());
            double r = spot.radius() * Mercator.pixels(frame.zoom()) * frame.scale();
            if (r > 2) {
                g.setPaint(new RadialGradientPaint(
                        (float) x, (float) y, (float) r, new float[] {0, 0.55f, 1}, new Color[] {colour, colour, gone
                        }));
                g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            }
        }
    }
}
