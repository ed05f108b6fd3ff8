package se.fixamingata.web.statistics.sheet;

import java.util.List;

/**
 * A table of figures.
 *
 * @param id its name in addresses and on the page
 * @param title its caption
 * @param corner what its rows are
 * @param lines in the order of the page
 * @param file its address as CSV
 */
public record Sheet(String id, String title, String corner, List<Column> columns, List<Line> lines, String file) {

    public boolean empty() {
        return lines.isEmpty();
    }

    /** Whether a note has to say why some are not shown. */
    public boolean hiding() {
        return has(Cell.Kind.HIDDEN);
    }

    /** Whether a note has to say what a dash is. */
    public boolean lacking() {
        return has(Cell.Kind.NONE);
    }

    private boolean has(Cell.Kind kind) {
        return lines.stream().anyMatch(line -> line.cells().stream().anyMatch(cell -> cell.kind() == kind));
    }
}
