package se.fixamingata.position;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A contiguous piece of the position index: Morton numbers at {@link MapCell#FINEST}, both ends included.
 *
 * <p>A box is covered by a few of them, slightly too large; who needs the exact box compares the coordinates besides.
 */
public record CellRange(long first, long last) {

    /** Cells along each side of a covered box: more cells fit closer, but each is a dive into the index. */
    private static final int SIDE = 3;

    /** All that lies in the cell. */
    public static CellRange of(MapCell cell) {
        return new CellRange(cell.first(MapCell.FINEST), cell.last(MapCell.FINEST));
    }

    /** At most nine ranges, in ascending order, that together hold everything in the box. */
    public static List<CellRange> covering(BoundingBox box) {
        for (int zoom = MapCell.FINEST; zoom > 0; zoom--) {
            MapCell northWest = MapCell.at(corner(box.north(), box.west()), zoom);
            MapCell southEast = MapCell.at(corner(box.south(), box.east()), zoom);
            if (southEast.x() - northWest.x() < SIDE && southEast.y() - northWest.y() < SIDE) {
                return merged(cells(northWest, southEast));
            }
        }
        return List.of(of(new MapCell(0, 0, 0)));
    }

    private static Position corner(double lat, double lon) {
        return Position.of(Math.max(-85, Math.min(85, lat)), Math.max(-180, Math.min(180, lon)));
    }

    private static List<CellRange> cells(MapCell northWest, MapCell southEast) {
        List<CellRange> ranges = new ArrayList<>();
        for (int y = northWest.y(); y <= southEast.y(); y++) {
            for (int x = northWest.x(); x <= southEast.x(); x++) {
                ranges.add(of(new MapCell(northWest.zoom(), x, y)));
            }
        }
        ranges.sort(Comparator.comparingLong(CellRange::first));
        return ranges;
    }

    /** Neighbours become one: fewer dives into the index. */
    private static List<CellRange> merged(List<CellRange> sorted) {
        List<CellRange> merged = new ArrayList<>();
        for (CellRange next : sorted) {
            CellRange before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && before.last + 1 == next.first) {
                merged.set(merged.size() - 1, new CellRange(before.first, next.last));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }
}
