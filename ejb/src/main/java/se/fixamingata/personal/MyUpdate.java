package se.fixamingata.personal;

import java.time.Instant;
import se.fixamingata.update.UpdateState;

/** Something one has written about a report. */
public record MyUpdate(long id, long reportId, String reportTitle, String text, UpdateState state, Instant createdAt) {

    private static final int SHORT = 160;

    /** The first words. */
    public String summary() {
        return text.length() <= SHORT ? text : text.substring(0, text.offsetByCodePoints(0, SHORT - 10)) + " …";
    }
}
