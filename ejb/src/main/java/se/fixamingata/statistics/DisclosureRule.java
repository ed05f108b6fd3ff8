package se.fixamingata.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which figures of a table are not shown: those from 1 to 4, and so many more that none of those can be found out from what is shown.
 * Nothing is shown as it is: a nought tells of nobody.
 *
 * <p>A table is shown with the sum of each row, of each column and of all, and each line is what its sum is. So a line in which one figure
 * is missing gives it away, and one whose missing figures add up to as many as they are gives them all away, since each is at least 1. The
 * smallest figures that are shown go until no line is; and while all lines together leave a single number for a small one
 * ({@link Reckoning}), more go. Which of the missing ones is small and which went along is not told.
 */
public final class DisclosureRule {

    /** The first number that is shown. */
    public static final int SHOWN_FROM = 5;

    private final long[][] cells;
    private final boolean[][] hidden;
    private final int rows;
    private final int columns;

    private DisclosureRule(long[][] inner) {
        rows = inner.length;
        columns = rows == 0 ? 0 : inner[0].length;
        cells = new long[rows + 1][columns + 1];
        hidden = new boolean[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long value = inner[row][column];
                cells[row][column] = value;
                cells[row][columns] += value;
                cells[rows][column] += value;
                cells[rows][columns] += value;
            }
        }
    }

    /** Whether a figure that stands alone is shown. */
    public static boolean shows(long value) {
        return value == 0 || value >= SHOWN_FROM;
    }

    /**
     * For a table with sums.
     *
     * @param inner the figures without the sums, as rows of equal length
     * @return what is not shown, one row and one column larger: the last of each is for the sums
     */
    public static boolean[][] hidden(long[][] inner) {
        DisclosureRule rule = new DisclosureRule(inner);
        rule.hideSmall();
        rule.hideTheirCompany();
        return rule.hidden;
    }

    /**
     * For figures with one sum.
     *
     * @return what is not shown, the sum at the end
     */
    public static boolean[] hidden(long[] figures) {
        return hidden(new long[][] {figures})[0];
    }

    private void hideSmall() {
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                hidden[row][column] = !shows(cells[row][column]);
            }
        }
    }

    private void hideTheirCompany() {
        List<List<int[]>> lines = lines();
        boolean more = true;
        while (more) {
            more = hideBesideTheLonely(lines) || hideBesideTheCertain(lines);
        }
    }

    /** Rows and columns, those of the sums too; the last cell of each is what the others add up to. */
    private List<List<int[]>> lines() {
        List<List<int[]>> lines = new ArrayList<>();
        for (int row = 0; row <= rows; row++) {
            int here = row;
            lines.add(IntStream.rangeClosed(0, columns)
                    .mapToObj(column -> new int[] {here, column})
                    .toList());
        }
        for (int column = 0; column <= columns; column++) {
            int here = column;
            lines.add(IntStream.rangeClosed(0, rows)
                    .mapToObj(row -> new int[] {row, here})
                    .toList());
        }
        return lines;
    }

    private boolean hideBesideTheLonely(List<List<int[]>> lines) {
        boolean some = false;
        for (List<int[]> line : lines) {
            if (line.stream().filter(this::isHidden).count() == 1) {
                some |= hideOneMore(line);
            }
        }
        return some;
    }

    private boolean hideBesideTheCertain(List<List<int[]>> lines) {
        Reckoning known = new Reckoning(cells, hidden);
        List<int[]> certain = everything().stream()
                .filter(cell -> !shows(value(cell)) && known.isCertain(cell[0], cell[1]))
                .toList();
        boolean some = false;
        for (List<int[]> line : lines) {
            if (line.stream().anyMatch(cell -> certain.stream().anyMatch(one -> Arrays.equals(one, cell)))) {
                some |= hideOneMore(line);
            }
        }
        // Nothing is left in their lines when a sum elsewhere tells of them.
        return some || !certain.isEmpty() && hideOneMore(everything());
    }

    private List<int[]> everything() {
        return IntStream.range(0, (rows + 1) * (columns + 1))
                .mapToObj(cell -> new int[] {cell / (columns + 1), cell % (columns + 1)})
                .toList();
    }

    private boolean hideOneMore(List<int[]> line) {
        Optional<int[]> one = smallestShown(line);
        one.ifPresent(cell -> hidden[cell[0]][cell[1]] = true);
        return one.isPresent();
    }

    /** Of what is not nought; a sum only when nothing else is left. */
    private Optional<int[]> smallestShown(List<int[]> line) {
        return line.stream()
                .filter(cell -> !isHidden(cell) && value(cell) > 0)
                .min(Comparator.comparing(this::isSum).thenComparing(this::value));
    }

    private boolean isSum(int[] cell) {
        return cell[0] == rows || cell[1] == columns;
    }

    private boolean isHidden(int[] cell) {
        return hidden[cell[0]][cell[1]];
    }

    private long value(int[] cell) {
        return cells[cell[0]][cell[1]];
    }
}
