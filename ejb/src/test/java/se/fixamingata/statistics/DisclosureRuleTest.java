package se.fixamingata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DisclosureRuleTest {

    @Test
    void whatStandsAloneIsShownFromFiveOnAndWhenThereIsNone() {
        assertThat(List.of(0, 1, 4, 5, 700))
                .extracting(DisclosureRule::shows)
                .containsExactly(true, false, false, true, true);
    }

    @Test
    void oneSmallFigureTakesTheNextSmallestAlong() {
        assertThat(DisclosureRule.hidden(new long[] {30, 3, 12, 0, 9}))
                .containsExactly(false, true, false, false, true, false);
    }

    @Test
    void twoSmallFiguresHideEachOther() {
        assertThat(DisclosureRule.hidden(new long[] {30, 3, 4, 0})).containsExactly(false, true, true, false, false);
    }

    @Test
    void twoOnesWouldGiveEachOtherAway() {
        assertThat(DisclosureRule.hidden(new long[] {30, 1, 1, 8})).containsExactly(false, true, true, true, false);
    }

    @Test
    void aSmallSumIsHiddenWithAllThatIsInIt() {
        assertThat(DisclosureRule.hidden(new long[] {3, 0, 1})).containsExactly(true, false, true, true);
        assertThat(DisclosureRule.hidden(new long[] {0, 0})).containsExactly(false, false, false);
        assertThat(DisclosureRule.hidden(new long[] {})).containsExactly(false);
    }

    @Test
    void aTableOfLargeFiguresIsShownWhole() {
        for (boolean[] row : DisclosureRule.hidden(new long[][] {{5, 9, 0}, {7, 0, 30}})) {
            assertThat(row).containsOnly(false);
        }
    }

    @Test
    void nobodyReckonsOutASmallFigureOfAnyRow() {
        for (int length = 1; length <= 4; length++) {
            tables(1, length, new int[] {0, 1, 2, 3, 4, 5, 6, 9}).forEach(DisclosureRuleTest::assertNobodyReckonsOut);
        }
        tables(1, 6, new int[] {0, 1, 4, 7}).forEach(DisclosureRuleTest::assertNobodyReckonsOut);
    }

    @Test
    void norOfAnySmallTable() {
        tables(2, 2, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).forEach(DisclosureRuleTest::assertNobodyReckonsOut);
        tables(2, 3, new int[] {0, 1, 3, 5}).forEach(DisclosureRuleTest::assertNobodyReckonsOut);
    }

    @Test
    void norOfThreeRowsAndColumns() {
        tables(3, 3, new int[] {0, 1, 6}).forEach(DisclosureRuleTest::assertNobodyReckonsOut);
    }

    @Test
    void norByReckoningInTablesAsLargeAsOurs() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            long[][] table = new long[2 + random.nextInt(19)][2 + random.nextInt(12)];
            int most = 1 + random.nextInt(40);
            for (long[] row : table) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
                }
            }
            boolean[][] hidden = DisclosureRule.hidden(table);
            for (int row = 0; row < table.length; row++) {
                long inSight = 0;
                for (int column = 0; column < table[row].length; column++) {
                    assertThat(hidden[row][column] || DisclosureRule.shows(table[row][column]))
                            .isTrue();
                    inSight += hidden[row][column] ? 1 : 0;
                }
                assertThat(inSight + (hidden[row][table[row].length] ? 1 : 0))
                        .as("missing in a row")
                        .isNotEqualTo(1);
            }
        }
    }

    private static List<long[][]> tables(int rows, int columns, int[] values) {
        List<long[][]> tables = new ArrayList<>();
        int[] choice = new int[rows * columns];
        boolean more = true;
        while (more) {
            long[][] table = new long[rows][columns];
            for (int cell = 0; cell < choice.length; cell++) {
                table[cell / columns][cell % columns] = values[choice[cell]];
            }
            tables.add(table);
            int cell = 0;
            while (cell < choice.length && ++choice[cell] == values.length) {
                choice[cell++] = 0;
            }
            more = cell < choice.length;
        }
        return tables;
    }

    /** For each small figure that is missing there is another table, with something else in its place, that is shown just like this one. */
    private static void assertNobodyReckonsOut(long[][] table) {
        boolean[][] hidden = DisclosureRule.hidden(table);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                long value = table[row][column];
                if (DisclosureRule.shows(value)) {
                    continue;
                }
                long[][] other = Arrays.stream(table).map(long[]::clone).toArray(long[][]::new);
                if (!hidden[row][column]) {
                    fail(value + " is shown in " + Arrays.deepToString(table));
                }
                if (!another(table, other, hidden, 0, row * table[row].length + column)) {
                    fail(value + " in " + Arrays.deepToString(table) + " without " + Arrays.deepToString(hidden));
                }
            }
        }
    }

    /** Tries everything that is at least 1 for what is missing, from that cell on, so that all sums that are shown are right. */
    private static boolean another(long[][] table, long[][] other, boolean[][] hidden, int cell, int different) {
        int columns = table[0].length;
        if (cell == table.length * columns) {
            return columnsAgree(table, other, hidden);
        }
        int row = cell / columns;
        int column = cell % columns;
        boolean last = column == columns - 1;
        if (!hidden[row][column]) {
            return (!last || rowAgrees(table, other, hidden, row))
                    && another(table, other, hidden, cell + 1, different);
        }
        // Where there is another solution at all there is one in which nothing is more than one away: the least that
        // can go around.
        for (long value = table[row][column] + 1; value >= Math.max(1, table[row][column] - 1); value--) {
            other[row][column] = value;
            if ((cell != different || value != table[row][column])
                    && (!last || rowAgrees(table, other, hidden, row))
                    && another(table, other, hidden, cell + 1, different)) {
                return true;
            }
        }
        other[row][column] = table[row][column];
        return false;
    }

    private static boolean rowAgrees(long[][] table, long[][] other, boolean[][] hidden, int row) {
        long was = Arrays.stream(table[row]).sum();
        long is = Arrays.stream(other[row]).sum();
        return hidden[row][table[row].length] ? is > 0 : is == was;
    }

    private static boolean columnsAgree(long[][] table, long[][] other, boolean[][] hidden) {
        long was = 0;
        long is = 0;
        for (int column = 0; column < table[0].length; column++) {
            long columnWas = 0;
            long columnIs = 0;
            for (int row = 0; row < table.length; row++) {
                columnWas += table[row][column];
                columnIs += other[row][column];
            }
            if (!hidden[table.length][column] && columnWas != columnIs) {
                return false;
            }
            was += columnWas;
            is += columnIs;
        }
        return hidden[table.length][table[0].length] || was == is;
    }
}
