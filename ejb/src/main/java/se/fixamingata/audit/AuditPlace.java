package se.fixamingata.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A place between two lines of the trail, by time and number; in an address {@code 1795424400000000-17}. */
public record AuditPlace(Instant at, long id) {

    private static final int MOST = 40;

    /** The place that the text names; empty when it names none. */
    public static Optional<AuditPlace> parse(String text) {
        if (text == null || text.length() > MOST || !text.matches("\\d{1,18}-\\d{1,18}")) {
            return Optional.empty();
        }
        int hyphen = text.indexOf('-');
        return Optional.of(new AuditPlace(
                Instant.EPOCH.plus(Long.parseLong(text.substring(0, hyphen)), ChronoUnit.MICROS),
                Long.parseLong(text.substring(hyphen + 1))));
    }

    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
