package se.fixamingata.web.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table that everybody may take along. Names and columns never change their meaning; new columns come last. */
public enum OpenTable {
    /**
     * By municipality, category and month; twelve months. What is open is not in it: from one month's end to the next, it would tell what of
     * the others is not shown.
     */
    FIGURES("siffror", "municipality", "category", "month", "reported", "answered", "fixed", "closed", "reopened"),
    /** How long it takes, by area and category. */
    TIMES(
            "tider",
            "area",
            "category",
            "answer_reports",
            "answer_median_days",
            "answer_p90_days",
            "fixed_reports",
            "fixed_median_days",
            "fixed_p90_days"),
    /** Municipalities beside each other, over twelve months. */
    COMPARISON(
            "jamforelse",
            "municipality",
            "population",
            "stale",
            "reported",
            "answered",
            "fixed",
            "closed",
            "reopened",
            "open",
            "overdue",
            "reported_per_1000"),
    CATEGORIES("kategorier", "category", "name_sv", "name_en", "group"),
    MUNICIPALITIES(
            "kommuner", "municipality", "name", "slug", "county_code", "county", "population", "latitude", "longitude");

    private final String code;
    private final List<String> columns;

    OpenTable(String code, String... columns) {
        this.code = code;
        this.columns = List.of(columns);
    }

    /** As in its address. */
    public String code() {
        return code;
    }

    public List<String> columns() {
        return columns;
    }

    /** Where it is. */
    public String path(Format format) {
        return OpenDataServlet.ROOT + "/" + code + "." + format.extension();
    }

    /** Whether it changes with the night; the others are there before the first one. */
    boolean isOfTheNight() {
        return this == FIGURES || this == TIMES || this == COMPARISON;
    }

    static Optional<OpenTable> find(String code) {
        return Arrays.stream(values()).filter(table -> table.code.equals(code)).findFirst();
    }

    /** How it is written. */
    public enum Format {
        CSV("csv", "text/csv; charset=UTF-8"),
        JSON("json", "application/json; charset=UTF-8");

        private final String extension;
        private final String type;

        Format(String extension, String type) {
            this.extension = extension;
            this.type = type;
        }

        public String extension() {
            return extension;
        }

        String type() {
            return type;
        }

        static Optional<Format> find(String extension) {
            return Arrays.stream(values())
                    .filter(format -> format.extension.equals(extension))
                    .findFirst();
        }
    }
}
