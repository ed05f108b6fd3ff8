package se.fixamingata.statistics.reading;

import java.time.LocalDate;
import java.util.Map;

/**
 * As many days before a chosen day as from it on.
 *
 * @param day the first one of the days after
 * @param days how many on each side
 * @param before sums of what happened
 * @param after the same, after
 */
public record AroundADay(
        FigureNight night,
        Area area,
        String category,
        LocalDate day,
        int days,
        Map<Measure, Figure> before,
        Map<Measure, Figure> after) {}
