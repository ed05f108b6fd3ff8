package se.fixamingata.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Up to when a night counts: a midnight in Sweden, so that its last day is whole. */
public final class CutOff {

    /** Days, months and years are Swedish ones. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private CutOff() {}

    /** The midnight with which the present day began. */
    public static Instant lastMidnight(Instant now) {
        return now.atZone(SWEDEN).toLocalDate().atStartOfDay(SWEDEN).toInstant();
    }

    /** The last day that is in the figures. */
    public static LocalDate lastDay(Instant cutOff) {
        return cutOff.atZone(SWEDEN).toLocalDate().minusDays(1);
    }

    /** A year before the cut-off, to the day. */
    static Instant yearBefore(Instant cutOff) {
        return cutOff.atZone(SWEDEN).minusYears(1).toInstant();
    }
}
