package se.fixamingata.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What somebody with a pencil finds out about the figures that are not shown: the least and the most that each can be, from each line
 * what the others leave over, again and again; and, from all lines as equations, what has only one solution.
 */
final class Reckoning {

    /** More than there are reports, and small enough for a long row of them to be added up. */
    private static final long UNKNOWN = 1L << 40;

    /** By then whatever is to be found in tables as small as a page is found. */
    private static final int ROUNDS = 200;

    private static final double NOUGHT = 1e-9;

    private final Map<Long, Integer> number = new HashMap<>();
    private final long[] least;
    private final long[] most;
    private final boolean[] solved;

    Reckoning(long[][] cells, boolean[][] hidden, List<List<int[]>> lines) {
        for (int row = 0; row < hidden.length; row++) {
            for (int column = 0; column < hidden[row].length; column++) {
                if (hidden[row][column]) {
                    number.put(key(row, column), number.size());
                }
            }
        }
        least = new long[number.size()];
        most = new long[number.size()];
        solved = new boolean[number.size()];
        Arrays.fill(least, 1);
        Arrays.fill(most, UNKNOWN);
        boolean narrower = true;
        for (int round = 0; narrower && round < ROUNDS; round++) {
            narrower = false;
            for (List<int[]> line : lines) {
                narrower |= narrow(cells, line);
            }
        }
        solve(lines);
    }

    /** Whether a figure that is not shown can be told exactly. */
    boolean isCertain(int[] cell) {
        Integer one = of(cell);
        return one != null && (solved[one] || least[one] == most[one]);
    }

    /** Each is what the sum and the others leave for it. */
    private boolean narrow(long[][] cells, List<int[]> line) {
        long low = 0;
        long high = 0;
        for (int place = 0; place < line.size(); place++) {
            int sign = place == line.size() - 1 ? -1 : 1;
            Integer one = of(line.get(place));
            long from = one == null ? value(cells, line.get(place)) : least[one];
            long to = one == null ? from : most[one];
            low += sign > 0 ? from : -to;
            high += sign > 0 ? to : -from;
        }
        boolean narrower = false;
        for (int place = 0; place < line.size(); place++) {
            Integer one = of(line.get(place));
            if (one == null) {
                continue;
            }
            boolean sum = place == line.size() - 1;
            // The whole line is nought: what all the others can be at most, this one must be at least, and so on.
            long atMost = sum ? high + least[one] : least[one] - low;
            long atLeast = sum ? low + most[one] : most[one] - high;
            if (atMost < most[one] && atMost < UNKNOWN / 2) {
                most[one] = atMost;
                narrower = true;
            }
            if (atLeast > least[one] && atLeast < UNKNOWN / 2) {
                least[one] = atLeast;
                narrower = true;
            }
        }
        return narrower;
    }

    /** Gauss and Jordan: a row with one unknown left has told it. */
    private void solve(List<List<int[]>> lines) {
        double[][] equations = new double[lines.size()][number.size()];
        for (int line = 0; line < lines.size(); line++) {
            List<int[]> cells = lines.get(line);
            for (int place = 0; place < cells.size(); place++) {
                Integer one = of(cells.get(place));
                if (one != null) {
                    equations[line][one] += place == cells.size() - 1 ? -1 : 1;
                }
            }
        }
        int done = 0;
        for (int unknown = 0; unknown < number.size() && done < equations.length; unknown++) {
            int pivot = done;
            while (pivot < equations.length && Math.abs(equations[pivot][unknown]) < NOUGHT) {
                pivot++;
            }
            if (pivot < equations.length) {
                double[] row = equations[pivot];
                equations[pivot] = equations[done];
                equations[done] = row;
                eliminate(equations, done, unknown);
                done++;
            }
        }
        for (int row = 0; row < done; row++) {
            int[] left = nonNoughts(equations[row]);
            if (left.length == 1) {
                solved[left[0]] = true;
            }
        }
    }

    private static void eliminate(double[][] equations, int pivot, int unknown) {
        double by = equations[pivot][unknown];
        for (int column = 0; column < equations[pivot].length; column++) {
            equations[pivot][column] /= by;
        }
        for (int row = 0; row < equations.length; row++) {
            double times = equations[row][unknown];
            if (row != pivot && Math.abs(times) > NOUGHT) {
                for (int column = 0; column < equations[row].length; column++) {
                    equations[row][column] -= times * equations[pivot][column];
                }
            }
        }
    }

    private static int[] nonNoughts(double[] row) {
        return IntStream.range(0, row.length)
                .filter(column -> Math.abs(row[column]) > NOUGHT)
                .toArray();
    }

    private Integer of(int[] cell) {
        return number.get(key(cell[0], cell[1]));
    }

    private static long value(long[][] cells, int[] cell) {
        return cells[cell[0]][cell[1]];
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }
}
