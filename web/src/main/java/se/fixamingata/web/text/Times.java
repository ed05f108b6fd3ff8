package se.fixamingata.web.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import se.fixamingata.shared.Language;
import se.fixamingata.web.security.CurrentLanguage;

/** Points in time in words: "i dag 14:03", "i går 09:10", "12 mars", "12 mars 2025"; Swedish clock, whatever the reader's. */
@Named
@RequestScoped
public class Times {

    /** Sweden has one time zone, and a report happened in Sweden. */
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final CurrentLanguage language;
    private final Clock clock;

    @Inject
    public Times(CurrentLanguage language, Clock clock) {
        this.language = language;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected Times() {
        this(null, null);
    }

    /** As near as people say it. */
    public String near(Instant instant) {
        if (instant == null) {
            return "";
        }
        Language now = language.get();
        ZonedDateTime then = instant.atZone(SWEDEN);
        LocalDate today = clock.instant().atZone(SWEDEN).toLocalDate();
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), today);
        if (days == 0) {
            return Messages.text(now, "time.today", CLOCK.format(then));
        }
        if (days == 1) {
            return Messages.text(now, "time.yesterday", CLOCK.format(then));
        }
        if (days > 1 && days < 7) {
            return Messages.text(now, "time.days", days);
        }
        String pattern = then.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, now.locale()).format(then);
    }

    /** To the minute, to stand behind "since" or "next": "14:03", "i går 14:03", "12 mars 14:03"; empty for null. */
    public String moment(Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime then = instant.atZone(SWEDEN);
        LocalDate today = clock.instant().atZone(SWEDEN).toLocalDate();
        return then.toLocalDate().equals(today)
                ? CLOCK.format(then)
                : then.toLocalDate().equals(today.minusDays(1))
                        ? near(instant)
                        : day(then.toLocalDate()) + " " + CLOCK.format(then);
    }

    /** A day of the calendar: "12 mars", "12 mars 2025"; empty for null. */
    public String day(LocalDate day) {
        if (day == null) {
            return "";
        }
        boolean thisYear = day.getYear() == clock.instant().atZone(SWEDEN).getYear();
        return DateTimeFormatter.ofPattern(
                        thisYear ? "d MMMM" : "d MMMM yyyy", language.get().locale())
                .format(day);
    }

    /** Day and minute, for tooltips and where exactness matters: "12 mars 2026 14:03". */
    public String exact(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern(
                                "d MMMM yyyy HH:mm", language.get().locale())
                        .format(instant.atZone(SWEDEN));
    }

    /** For the {@code datetime} attribute: UTC, to the second. */
    public String iso(Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
