package se.fixamingata.deadline;

/** Due dates of many reports in one statement. Reports are {@code r}; the day from which is counted is {@code b}; parameters 1 and 2 are the days where nothing is set. */
final class DueSql {

    static final String OPEN = "('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED')";

    static final String CLOSED = "('FIXED', 'NO_ACTION', 'NOT_RESPONSIBLE', 'DUPLICATE')";

    private static final String ANSWER_DAYS = "coalesce(own.answer_days, every.answer_days, ?1)";
    private static final String SOLVE_DAYS = "coalesce(own.solve_days, every.solve_days, ?2)";

    private DueSql() {}

    /** The authority's days for the category, else for all. */
    static String rules() {
        return " left join deadline own on own.authority_code = r.authority_code and own.scope = r.category_code"
                + " left join deadline every on every.authority_code = r.authority_code and every.scope = '*'";
    }

    /** @param paused working days that the clock has stood still, in SQL; gives {@code a} and {@code s} */
    static String due(String paused) {
        return " join working_day a on a.number = b.number + " + ANSWER_DAYS + " + " + paused + " and a.working"
                + " join working_day s on s.number = b.number + " + SOLVE_DAYS + " + " + paused + " and s.working";
    }

    /**
     * The Swedish day of a moment, by the table.
     *
     * @param name gives {@code name}, and {@code name_utc} for its date in UTC
     * @param left whether the moment may be null
     */
    static String day(String name, String moment, boolean left) {
        String join = left ? " left join" : " join";
        return join + " working_day " + name + "_utc on " + name + "_utc.day = date(" + moment + ")" + join
                + " working_day " + name + " on " + name + ".day = if(" + moment + " >= " + name + "_utc.ends_at, "
                + name + "_utc.day + interval 1 day, " + name + "_utc.day)";
    }
}
