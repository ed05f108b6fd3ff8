package se.fixamingata.statistics.reading;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * One measure by category and month, with its sums; what is not shown cannot be reckoned out from them.
 *
 * @param months the columns, oldest first
 * @param rows those categories of which there is anything, by their codes
 * @param all the sums of all categories by month; its total is the sum of all
 */
public record MeasureTable(Measure measure, List<YearMonth> months, List<Row> rows, Row all) {

    /**
     * One category.
     *
     * @param category its code; {@code *} for all
     * @param figures one for each month
     * @param total the sum; for what is there at a month's end, the last month's
     */
    public record Row(String category, List<Figure> figures, Figure total) {}

    /** The row of a category; empty when there is nothing of it. */
    public Optional<Row> row(String category) {
        return rows.stream().filter(row -> row.category().equals(category)).findFirst();
    }
}
