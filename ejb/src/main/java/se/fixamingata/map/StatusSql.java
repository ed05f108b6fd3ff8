package se.fixamingata.map;

import java.util.Arrays;
import java.util.stream.Collectors;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/** The groups of statuses as conditions in SQL; made of the enum's names, never of input. */
final class StatusSql {

    static final String OPEN = in(StatusGroup.OPEN);
    static final String FIXED = in(StatusGroup.FIXED);

    private StatusSql() {}

    private static String in(StatusGroup group) {
        return Arrays.stream(ReportStatus.values())
                .filter(s -> s.group() == group)
                .map(s -> "'" + s.name() + "'")
                .collect(Collectors.joining(", ", "status in (", ")"));
    }
}
