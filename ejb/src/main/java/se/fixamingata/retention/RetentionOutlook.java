package se.fixamingata.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The coming night.
 *
 * @param at when the job runs; null when only by hand
 * @param delayed reports whose time is over and that wait, by why
 */
public record RetentionOutlook(Instant at, List<RuleLine> lines, Map<Delay, Long> delayed) {

    public RetentionOutlook {
        lines = List.copyOf(lines);
        delayed = Map.copyOf(delayed);
    }
}
