package se.fixamingata.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often somebody wants to be told. */
public enum Frequency {
    /** A mail for each. */
    AT_ONCE,
    /** One mail a day, of the day that has passed. */
    DAILY,
    /** One mail on Monday, of the week that has passed. */
    WEEKLY;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** As it stands in forms and in texts' keys: {@code at-once}, {@code daily}, {@code weekly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what is none; may be null. */
    public static Optional<Frequency> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Up to when the mail tells that is sent now: the last midnight in Sweden, of the last Monday for a week's. */
    public Instant cutOff(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, SWEDEN);
        LocalDate day = this == WEEKLY ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
        return day.atStartOfDay(SWEDEN).toInstant();
    }

    /** So many of its periods before that moment; days of 23 and 25 hours count as days. */
    public Instant before(Instant cutOff, int periods) {
        Period back = this == WEEKLY ? Period.ofWeeks(periods) : Period.ofDays(periods);
        return cutOff.atZone(SWEDEN).minus(back).toInstant();
    }
}
