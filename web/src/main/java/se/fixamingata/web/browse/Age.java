package se.fixamingata.web.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** How long ago a report may have changed last to be shown (R6): half a year unless the reader asks for more. */
public enum Age {
    MONTH("1", 1),
    HALF_YEAR("6", 6),
    YEAR("12", 12),
    ANY("alla", 0);

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final String code;
    private final int months;

    Age(String code, int months) {
        this.code = code;
        this.months = months;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    static Age of(String code) {
        return Arrays.stream(values())
                .filter(a -> a.code.equals(code))
                .findFirst()
                .orElse(HALF_YEAR);
    }

    /** The first day that is shown, as the map's tiles are asked for it too; empty for any age. */
    Optional<LocalDate> firstDay(Instant now) {
        return this == ANY
                ? Optional.empty()
                : Optional.of(now.atZone(SWEDEN).toLocalDate().minusMonths(months));
    }

    /** That day's midnight in Sweden. */
    Optional<Instant> since(Instant now) {
        return firstDay(now).map(day -> day.atStartOfDay(SWEDEN).toInstant());
    }
}
