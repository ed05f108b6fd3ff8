package se.fixamingata.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The day in Sweden of a moment, as an expression of SQL. The database's own {@code convert_tz} needs tables of time zones that many
 * installations have not loaded; here the changes of the clock come from Java's rules.
 */
final class SwedishDays {

    private static final DateTimeFormatter NUMBER =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Deque<ZoneOffsetTransition> newestFirst = new ArrayDeque<>();
    private final int minutesBefore;

    /** For moments between these two. */
    SwedishDays(Instant from, Instant until) {
        ZoneRules rules = CutOff.SWEDEN.getRules();
        minutesBefore = minutes(rules.getOffset(from));
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(until)) {
            newestFirst.push(next);
            next = rules.nextTransition(next.getInstant());
        }
    }

    /** The day of that column, which is a {@code datetime} in UTC. */
    String of(String column) {
        StringBuilder shift = new StringBuilder();
        for (ZoneOffsetTransition change : newestFirst) {
            shift.append(" when ").append(column).append(" >= ").append(NUMBER.format(change.getInstant()));
            shift.append(" then ").append(minutes(change.getOffsetAfter()));
        }
        String minutes = shift.isEmpty() ? "" + minutesBefore : "case" + shift + " else " + minutesBefore + " end";
        return "date(" + column + " + interval " + minutes + " minute)";
    }

    private static int minutes(ZoneOffset offset) {
        return offset.getTotalSeconds() / 60;
    }
}
