package se.fixamingata.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What somebody who knows that each line is what its sum is, and that nothing missing is nought, can find out for certain about the figures
 * that are not shown.
 *
 * <p>A table with its sums is a network: its lines are the places, its figures what flows between them, and as much arrives at each place as
 * leaves it. Whatever another table with the same figures in sight has more or less than this one goes around in circles. So a missing
 * figure can be another one just when a circle leads through it, over missing figures that are one more, or one less and still at least 1.
 */
final class Reckoning {

    private record Way(int to, int figure) {}

    private final int rows;
    private final int columns;
    private final long[][] cells;
    private final boolean[][] hidden;
    private final List<List<Way>> ways = new ArrayList<>();

    /** The last row and the last column are the sums. */
    Reckoning(long[][] cells, boolean[][] hidden) {
        this.cells = cells;
        this.hidden = hidden;
        rows = cells.length;
        columns = cells[0].length;
        for (int place = 0; place < rows + columns; place++) {
            ways.add(new ArrayList<>());
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (hidden[row][column]) {
                    int figure = row * columns + column;
                    int from = from(row, column);
                    int to = row + rows + column - from;
                    ways.get(from).add(new Way(to, figure));
                    if (cells[row][column] > 1) {
                        ways.get(to).add(new Way(from, figure));
                    }
                }
            }
        }
    }

    /** A figure goes from its row to its column, the sum of a line the other way, the sum of all as the figures. */
    private int from(int row, int column) {
        boolean sum = row == rows - 1 ^ column == columns - 1;
        return sum ? rows + column : row;
    }

    /** Whether a figure that is not shown can be told exactly. */
    boolean isCertain(int row, int column) {
        int from = from(row, column);
        int to = row + rows + column - from;
        int figure = row * columns + column;
        boolean less = cells[row][column] > 1 && leads(from, to, figure);
        return hidden[row][column] && !less && !leads(to, from, figure);
    }

    private boolean leads(int from, int to, int without) {
        boolean[] seen = new boolean[rows + columns];
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        seen[from] = true;
        while (!open.isEmpty()) {
            for (Way way : ways.get(open.remove())) {
                if (way.figure() != without && !seen[way.to()]) {
                    if (way.to() == to) {
                        return true;
                    }
                    seen[way.to()] = true;
                    open.add(way.to());
                }
            }
        }
        return false;
    }
}
