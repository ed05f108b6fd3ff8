package se.fixamingata.basemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which labels one zoom shows, for the whole country at once: most important first, each only where no earlier one stands. Tiles only
 * look up what touches them, so a name that crosses a tile's border is whole.
 */
final class LabelPlan {

    private static final double CELL = 128;

    private final Map<Long, List<Envelope>> taken = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();
    private STRtree index;

    /** Takes the ground and keeps the label, unless something stands there. */
    boolean place(Label label, double air) {
        if (index != null) {
            throw new IllegalStateException("The plan is finished");
        }
        for (Envelope box : label.boxes()) {
            Envelope wide = new Envelope(box);
            wide.expandBy(air);
            if (!isFree(wide)) {
                return false;
            }
        }
        for (Envelope box : label.boxes()) {
            occupy(box);
        }
        labels.add(label);
        return true;
    }

    /** No more labels from here on. */
    LabelPlan finish() {
        STRtree tree = new STRtree();
        for (int i = 0; i < labels.size(); i++) {
            tree.insert(labels.get(i).extent(), i);
        }
        tree.build();
        index = tree;
        return this;
    }

    /** What touches the frame, most important last so that it is drawn on top. */
    @SuppressWarnings("unchecked")
    List<Label> near(Frame frame) {
        List<Integer> numbers = new ArrayList<>(index.query(frame.pixelReach()));
        numbers.sort(null);
        List<Label> found = new ArrayList<>();
        for (int i = numbers.size() - 1; i >= 0; i--) {
            found.add(labels.get(numbers.get(i)));
        }
        return found;
    }

    List<Label> all() {
        return List.copyOf(labels);
    }

    boolean isFree(Envelope box) {
        for (long row = cell(box.getMinY()); row <= cell(box.getMaxY()); row++) {
            for (long column = cell(box.getMinX()); column <= cell(box.getMaxX()); column++) {
                for (Envelope other : taken.getOrDefault(key(column, row), List.of())) {
                    if (other.intersects(box)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void occupy(Envelope box) {
        for (long row = cell(box.getMinY()); row <= cell(box.getMaxY()); row++) {
            for (long column = cell(box.getMinX()); column <= cell(box.getMaxX()); column++) {
                taken.computeIfAbsent(key(column, row), k -> new ArrayList<>(4)).add(box);
            }
        }
    }

    private static long cell(double pixel) {
        return (long) Math.floor(pixel / CELL);
    }

    private static long key(long column, long row) {
        return column << 32 ^ row & 0xFFFFFFFFL;
    }
}
