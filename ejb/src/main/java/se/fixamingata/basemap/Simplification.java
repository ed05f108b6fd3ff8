package se.fixamingata.basemap;

import java.util.Arrays;

/** Which points of a strand are seen at a tolerance in world units (Douglas and Peucker). */
final class Simplification {

    private final Strand strand;
    private final double tolerance;
    private final boolean[] kept;

    /** @param strand of four points at least */
    Simplification(Strand strand, double tolerance) {
        this.strand = strand;
        this.tolerance = tolerance;
        this.kept = new boolean[strand.size()];
    }

    /** Those that are left, x and y in turn. */
    double[] points(boolean ring) {
        int last = kept.length - 1;
        kept[0] = true;
        kept[last] = true;
        if (ring) {
            // A ring's ends are one point: it needs a second fixed one, or it would fold to nothing.
            int far = farthestFromStart();
            kept[far] = true;
            keep(0, far);
            keep(far, last);
        } else {
            keep(0, last);
        }
        double[] rest = new double[2 * kept.length];
        int length = 0;
        for (int i = 0; i <= last; i++) {
            if (kept[i]) {
                rest[length++] = strand.x(i);
                rest[length++] = strand.y(i);
            }
        }
        return Arrays.copyOf(rest, length);
    }

    private int farthestFromStart() {
        int far = 1;
        double most = -1;
        for (int i = 1; i < kept.length - 1; i++) {
            double distance = Math.hypot(strand.x(i) - strand.x(0), strand.y(i) - strand.y(0));
            if (distance > most) {
                most = distance;
                far = i;
            }
        }
        return far;
    }

    /** With a stack of its own: a coast of 60,000 points would overflow the thread's. */
    private void keep(int first, int last) {
        int[] stack = new int[64];
        int depth = 0;
        stack[depth++] = first;
        stack[depth++] = last;
        while (depth > 0) {
            int to = stack[--depth];
            int from = stack[--depth];
            int worst = worst(from, to);
            if (worst >= 0) {
                kept[worst] = true;
                if (depth + 4 > stack.length) {
                    stack = Arrays.copyOf(stack, 2 * stack.length);
                }
                stack[depth++] = from;
                stack[depth++] = worst;
                stack[depth++] = worst;
                stack[depth++] = to;
            }
        }
    }

    /** The point between them that lies farthest off their line; -1 when none does by more than the tolerance. */
    private int worst(int from, int to) {
        int worst = -1;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(i, from, to);
            if (distance > most) {
                most = distance;
                worst = i;
            }
        }
        return worst;
    }

    private double distance(int point, int from, int to) {
        double dx = strand.x(to) - strand.x(from);
        double dy = strand.y(to) - strand.y(from);
        double alongX = strand.x(point) - strand.x(from);
        double alongY = strand.y(point) - strand.y(from);
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : (alongX * dx + alongY * dy) / length;
        double clamped = Math.max(0, Math.min(1, t));
        return Math.hypot(alongX - clamped * dx, alongY - clamped * dy);
    }
}
