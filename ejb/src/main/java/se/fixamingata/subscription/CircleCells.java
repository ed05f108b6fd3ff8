package se.fixamingata.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/**
 * By which map cells circles are found that hold a place: each is stored with the few cells of one zoom that it touches, and a place is
 * looked for by the cells of those zooms that it lies in. Whether it lies within the circle is measured afterwards.
 */
public final class CircleCells {

    /** Cells of a circle. */
    static final int MOST = 16;

    /** Of the largest circle in the south, with room. */
    static final int COARSEST = 6;
    /** Of the smallest circle in the north, with room. */
    static final int FINEST = 18;

    /** Nothing of a circle is lost by measuring to the corner of a cell, a parallel not being the shortest way. */
    private static final double ROOM = 1.01;

    private CircleCells() {}

    /** At most {@value #MOST} cells of one zoom, the finest possible, that together hold the circle. */
    static List<Long> of(Area.Circle circle) {
        BoundingBox box = circle.centre().around(circle.metres() * ROOM);
        for (int zoom = FINEST; zoom > COARSEST; zoom--) {
            List<Long> cells = touched(circle, box, zoom);
            if (cells.size() <= MOST) {
                return cells;
            }
        }
        return touched(circle, box, COARSEST);
    }

    /** The cells by which a circle may be stored that holds the place: one of each zoom. */
    public static List<Long> around(Position place) {
        return IntStream.rangeClosed(COARSEST, FINEST)
                .mapToObj(zoom -> number(MapCell.at(place, zoom)))
                .toList();
    }

    private static List<Long> touched(Area.Circle circle, BoundingBox box, int zoom) {
        MapCell northWest = MapCell.at(Position.of(box.north(), box.west()), zoom);
        MapCell southEast = MapCell.at(Position.of(box.south(), box.east()), zoom);
        List<Long> cells = new ArrayList<>();
        for (int y = northWest.y(); y <= southEast.y(); y++) {
            for (int x = northWest.x(); x <= southEast.x(); x++) {
                MapCell cell = new MapCell(zoom, x, y);
                if (nearest(cell.box(), circle.centre()).metresTo(circle.centre()) <= circle.metres() * ROOM) {
                    cells.add(number(cell));
                }
            }
            if (cells.size() > MOST) {
                return cells;
            }
        }
        return cells;
    }

    private static Position nearest(BoundingBox box, Position place) {
        return Position.of(
                Math.max(box.south(), Math.min(box.north(), place.lat())),
                Math.max(box.west(), Math.min(box.east(), place.lon())));
    }

    /** With a leading 1: cells of different zooms have different numbers. */
    private static long number(MapCell cell) {
        return 1L << 2 * cell.zoom() | cell.number();
    }
}
