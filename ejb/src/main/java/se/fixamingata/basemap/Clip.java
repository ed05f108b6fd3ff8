package se.fixamingata.basemap;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Cuts strands to what a frame can show, while they are drawn. Cutting happens outside the visible part (see {@link Frame#MARGIN}), so
 * that cut edges never show and neighbouring tiles agree.
 */
final class Clip {

    private Clip() {}

    /** A ring, by Sutherland and Hodgman's method: edge by edge of the box. */
    static void ring(double[] points, Envelope extent, Envelope box, Frame frame, Path2D path) {
        double[] rest = points;
        int length = points.length;
        if (!box.contains(extent)) {
            double[] limits = {box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()};
            for (int edge = 0; edge < 4 && length > 0; edge++) {
                double[] cut = new double[length + 16];
                int kept = 0;
                int axis = edge / 2;
                double limit = limits[edge];
                boolean below = edge % 2 == 1;
                double px = rest[length - 2];
                double py = rest[length - 1];
                boolean wasIn = inside(axis == 0 ? px : py, limit, below);
                for (int i = 0; i < length; i += 2) {
                    double x = rest[i];
                    double y = rest[i + 1];
                    boolean isIn = inside(axis == 0 ? x : y, limit, below);
                    if (kept + 4 > cut.length) {
                        cut = Arrays.copyOf(cut, 2 * cut.length);
                    }
                    if (isIn != wasIn) {
                        double t = axis == 0 ? (limit - px) / (x - px) : (limit - py) / (y - py);
                        cut[kept++] = axis == 0 ? limit : px + t * (x - px);
                        cut[kept++] = axis == 0 ? py + t * (y - py) : limit;
                    }
                    if (isIn) {
                        cut[kept++] = x;
                        cut[kept++] = y;
                    }
                    px = x;
                    py = y;
                    wasIn = isIn;
                }
                rest = cut;
                length = kept;
            }
        }
        if (length < 6) {
            return;
        }
        path.moveTo(frame.deviceX(rest[0]), frame.deviceY(rest[1]));
        for (int i = 2; i < length; i += 2) {
            path.lineTo(frame.deviceX(rest[i]), frame.deviceY(rest[i + 1]));
        }
        path.closePath();
    }

    private static boolean inside(double value, double limit, boolean below) {
        return below ? value <= limit : value >= limit;
    }

    /** A line: stretches outside are left out, the rest stays whole, so that joins do not move. */
    static void line(double[] points, Envelope box, Frame frame, Path2D path) {
        boolean drawing = false;
        for (int i = 2; i < points.length; i += 2) {
            if (outside(points[i - 2], points[i - 1], points[i], points[i + 1], box)) {
                drawing = false;
                continue;
            }
            if (!drawing) {
                path.moveTo(frame.deviceX(points[i - 2]), frame.deviceY(points[i - 1]));
                drawing = true;
            }
            path.lineTo(frame.deviceX(points[i]), frame.deviceY(points[i + 1]));
        }
    }

    /**
     * A dashed line. The dashes are counted from the line's own beginning, not from where a tile meets it, or they would jump at the
     * tiles' borders.
     *
     * @param dash length of a dash in world units; the gap is as long
     */
    static void dashes(double[] points, Envelope box, Frame frame, double dash, Path2D path) {
        double walked = 0;
        for (int i = 2; i < points.length; i += 2) {
            double x = points[i - 2];
            double y = points[i - 1];
            double length = Math.hypot(points[i] - x, points[i + 1] - y);
            if (length > 0 && !outside(x, y, points[i], points[i + 1], box)) {
                double dx = (points[i] - x) / length;
                double dy = (points[i + 1] - y) / length;
                double from = 2 * dash * Math.floor(walked / (2 * dash)) - walked;
                for (double at = from; at < length; at += 2 * dash) {
                    double start = Math.max(0, at);
                    double end = Math.min(length, at + dash);
                    if (end > start) {
                        path.moveTo(frame.deviceX(x + start * dx), frame.deviceY(y + start * dy));
                        path.lineTo(frame.deviceX(x + end * dx), frame.deviceY(y + end * dy));
                    }
                }
            }
            walked += length;
        }
    }

    private static boolean outside(double x1, double y1, double x2, double y2, Envelope box) {
        return Math.max(x1, x2) < box.getMinX()
                || Math.min(x1, x2) > box.getMaxX()
                || Math.max(y1, y2) < box.getMinY()
                || Math.min(y1, y2) > box.getMaxY();
    }
}
