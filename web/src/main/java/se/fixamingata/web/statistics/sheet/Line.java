package se.fixamingata.web.statistics.sheet;

import java.util.List;

/**
 * A row of figures.
 *
 * @param code of the category, the municipality, the month; {@code *} for the sum
 * @param label its heading
 * @param address of its own page; empty for none
 * @param cells one for each column
 */
public record Line(String code, String label, String address, List<Cell> cells) {

    public boolean linked() {
        return !address.isEmpty();
    }

    /** What the style sheet makes of it. */
    public String look() {
        return code.equals("*") ? "sheet-sum" : "";
    }
}
