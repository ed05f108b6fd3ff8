package se.fixamingata.jobs.desk;

import java.time.Instant;

/**
 * How far a part of a step is.
 *
 * @param part the partition; 0 for a step without any
 * @param total how many items there are; null when nobody knows
 */
public record PartLine(String step, int part, Long total, long done, long written, Instant at) {

    /** 0 to 100; null when nobody knows. */
    public Integer percent() {
        return total == null ? null : total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
    }
}
