package se.fixamingata.municipality;

import java.util.Map;

/**
 * A line of {@code authorities.csv} as it stands there: the number of the line, and the text of each column, blanks around it left
 * out, empty for an empty one.
 */
record AuthorityLine(long number, Map<String, String> columns) {

    String get(String column) {
        return columns.get(column);
    }

    boolean has(String column) {
        return !get(column).isEmpty();
    }

    /** Whether it sets the address for one category instead of the authority itself. */
    boolean isException() {
        return has("category") || has("category_email");
    }

    FileProblem problem(String reason) {
        return new FileProblem(number, reason);
    }
}
