package se.fixamingata.open311.server;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.fixamingata.open311.server.RequestFilter.Span;
import se.fixamingata.open311.wire.WireTime;

/**
 * Stretches of time as clients name them. Answers carry whole seconds, so that both ends take their whole second, and a list that was
 * cut can be continued at the last second it showed. A day alone means all of it. A time without zone is Sweden's.
 */
final class Spans {

    /** GeoReport's "may not span more than 90 days", with one for days counted in full and the nights when clocks change. */
    static final Duration LONGEST = Duration.ofDays(91).plusHours(1);

    private static final Duration USUAL = Duration.ofDays(90);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int DAY_ALONE = 10;
    /** Outside, the database's own range and arithmetic would not hold. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Spans() {}

    /**
     * From {@code start_date} to {@code end_date}, 90 days of it when one of them is missing.
     *
     * @throws Refusal when they are more than 90 days apart, or no dates
     */
    static Span requested(Arguments arguments) {
        Span asked = between(arguments, "start_date", "end_date");
        if (asked.from() != null && asked.before() != null) {
            if (Duration.between(asked.from(), asked.before()).compareTo(LONGEST) > 0) {
                throw Refusal.bad("start_date and end_date may not be more than 90 days apart."
                        + " Use updated_after to follow everything that changes");
            }
            return asked;
        }
        if (asked.from() != null) {
            return new Span(asked.from(), asked.from().plus(USUAL));
        }
        return asked.before() == null ? asked : quarterUntil(asked.before(), null);
    }

    /** The last 90 days, until whatever is newest. */
    static Span usual(Instant now) {
        return new Span(now.minus(USUAL), null);
    }

    /** The 90 days until then, or until now. */
    static Span quarterUntil(Instant before, Instant now) {
        return before == null ? usual(now) : new Span(before.minus(USUAL), before);
    }

    /**
     * From one argument to the other, neither of which need be there.
     *
     * @throws Refusal when one is no date, or the first is after the second
     */
    static Span between(Arguments arguments, String first, String last) {
        Span span = new Span(from(arguments, first), before(arguments, last));
        if (span.from() != null && span.before() != null && !span.from().isBefore(span.before())) {
            throw Refusal.bad(first + " is after " + last);
        }
        return span;
    }

    private static Instant from(Arguments arguments, String name) {
        return arguments
                .find(name)
                .map(text -> checked(name, WireTime.parse(text, SWEDEN)).truncatedTo(ChronoUnit.SECONDS))
                .orElse(null);
    }

    private static Instant before(Arguments arguments, String name) {
        return arguments.find(name).map(text -> after(name, text)).orElse(null);
    }

    private static Instant after(String name, String text) {
        Instant moment = checked(name, WireTime.parse(text, SWEDEN));
        if (text.length() <= DAY_ALONE) {
            return moment.atZone(SWEDEN).plusDays(1).toInstant();
        }
        return (hasNoZone(text) ? second(moment) : moment)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(1);
    }

    private static Instant checked(String name, Optional<Instant> moment) {
        return moment.filter(at -> !at.isBefore(EARLIEST) && at.isBefore(LATEST))
                .orElseThrow(
                        () -> Refusal.bad(
                                name
                                        + " must be a moment such as 2026-05-23T10:00:00Z or 2026-05-23T12:00:00+02:00, or a day such as 2026-05-23"));
    }

    private static boolean hasNoZone(String text) {
        return !WireTime.parse(text, ZoneOffset.UTC).equals(WireTime.parse(text, ZoneOffset.ofHours(1)));
    }

    /** In the hour that happens twice the second one: an end that was too early would leave something out. */
    private static Instant second(Instant moment) {
        LocalDateTime clock = LocalDateTime.ofInstant(moment, SWEDEN);
        return clock.atZone(SWEDEN).withLaterOffsetAtOverlap().toInstant();
    }
}
