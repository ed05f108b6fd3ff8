package se.fixamingata.basemap;

import java.awt.geom.Path2D;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A row of points in world units: a ring of an area or a line. Immutable.
 *
 * <p>Rings of shells turn one way and rings of holes the other, so that rings may be clipped and drawn one by one in a path with the
 * non-zero rule.
 */
final class Strand {

    private final double[] points;
    private final boolean ring;
    private final Envelope envelope;

    private Strand(double[] points, boolean ring) {
        this.points = points;
        this.ring = ring;
        this.envelope = new Envelope();
        for (int i = 0; i < points.length; i += 2) {
            envelope.expandToInclude(points[i], points[i + 1]);
        }
    }

    /** A line of WGS 84 coordinates. */
    static Strand line(Coordinate[] degrees) {
        return new Strand(project(degrees), false);
    }

    /** A ring of WGS 84 coordinates, closed, turned as a shell or as a hole. */
    static Strand ring(Coordinate[] degrees, boolean hole) {
        double[] points = project(degrees);
        if (Orientation.isCCW(degrees) != hole) {
            reverse(points);
        }
        return new Strand(points, true);
    }

    /** A line of world units. */
    static Strand ofWorld(double... points) {
        return new Strand(points, false);
    }

    Envelope envelope() {
        return envelope;
    }

    double[] points() {
        return points.clone();
    }

    int size() {
        return points.length / 2;
    }

    double x(int point) {
        return points[2 * point];
    }

    double y(int point) {
        return points[2 * point + 1];
    }

    /** The same strand with the points left out that nobody sees at that tolerance in world units (Douglas and Peucker). */
    Strand simplified(double tolerance) {
        return size() < 4 ? this : new Strand(new Simplification(this, tolerance).points(ring), ring);
    }

    /** A line rounded through its own points (Catmull and Rom), three new points to each stretch; coarse roads look less broken. */
    Strand rounded() {
        int count = size();
        if (count < 3) {
            return this;
        }
        double[] smooth = new double[2 * ((count - 1) * 4 + 1)];
        int length = 0;
        for (int i = 0; i < count - 1; i++) {
            for (int step = 0; step < 4; step++) {
                double t = step / 4.0;
                smooth[length++] = spline(points, 0, i, t);
                smooth[length++] = spline(points, 1, i, t);
            }
        }
        smooth[length++] = x(count - 1);
        smooth[length] = y(count - 1);
        return new Strand(smooth, false);
    }

    private double spline(double[] p, int axis, int i, double t) {
        int last = size() - 1;
        double before = p[2 * Math.max(0, i - 1) + axis];
        double from = p[2 * i + axis];
        double to = p[2 * (i + 1) + axis];
        double after = p[2 * Math.min(last, i + 2) + axis];
        double m0 = (to - before) / 2.4;
        double m1 = (after - from) / 2.4;
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * to + (t3 - t2) * m1;
    }

    /** How many times the ring runs around the point, with its direction's sign. */
    int winding(double px, double py) {
        int winding = 0;
        for (int i = 1; ring && i < size(); i++) {
            boolean above = y(i - 1) <= py;
            if (above != y(i) <= py) {
                double side = (x(i) - x(i - 1)) * (py - y(i - 1)) - (px - x(i - 1)) * (y(i) - y(i - 1));
                if (above && side > 0) {
                    winding++;
                } else if (!above && side < 0) {
                    winding--;
                }
            }
        }
        return winding;
    }

    /** Adds what the frame can show to the path, in device pixels. */
    void addTo(Path2D path, Frame frame, Envelope reach) {
        if (!reach.intersects(envelope)) {
            return;
        }
        if (ring) {
            Clip.ring(points, envelope, reach, frame, path);
        } else {
            Clip.line(points, reach, frame, path);
        }
    }

    /**
     * Adds the whole ring with soft bends (its points as the control points of a quadratic spline), not cut: a cut would bend
     * otherwise than the neighbouring tile's.
     */
    void addSoftTo(Path2D path, Frame frame) {
        int count = size() - 1;
        if (!ring || count < 3) {
            return;
        }
        path.moveTo(middleX(frame, count - 1, 0), middleY(frame, count - 1, 0));
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            path.quadTo(frame.deviceX(x(i)), frame.deviceY(y(i)), middleX(frame, i, next), middleY(frame, i, next));
        }
        path.closePath();
    }

    private double middleX(Frame frame, int a, int b) {
        return frame.deviceX((x(a) + x(b)) / 2);
    }

    private double middleY(Frame frame, int a, int b) {
        return frame.deviceY((y(a) + y(b)) / 2);
    }

    /** Adds a line's dashes to the path; dash and gap are that long in world pixels. */
    void addDashesTo(Path2D path, Frame frame, Envelope reach, double dash) {
        if (reach.intersects(envelope)) {
            Clip.dashes(points, reach, frame, dash / Mercator.pixels(frame.zoom()), path);
        }
    }

    private static double[] project(Coordinate[] degrees) {
        double[] points = new double[2 * degrees.length];
        for (int i = 0; i < degrees.length; i++) {
            points[2 * i] = Mercator.x(degrees[i].x);
            points[2 * i + 1] = Mercator.y(degrees[i].y);
        }
        return points;
    }

    private static void reverse(double[] points) {
        for (int i = 0, j = points.length - 2; i < j; i += 2, j -= 2) {
            for (int axis = 0; axis < 2; axis++) {
                double kept = points[i + axis];
                points[i + axis] = points[j + axis];
                points[j + axis] = kept;
            }
        }
    }
}
