package se.fixamingata.statistics.reading;

import java.time.Instant;
import java.time.LocalDate;
import se.fixamingata.statistics.CutOff;

/**
 * The night whose figures everybody reads.
 *
 * @param generation its number; whatever is the same for one is remembered by it
 * @param cutOff what happened then or later is not in the figures
 * @param publishedAt since when they are read
 * @param reports how many reports they are about
 */
public record FigureNight(int generation, Instant cutOff, Instant publishedAt, long reports) {

    /** The last day, in Sweden, that is in the figures. */
    public LocalDate lastDay() {
        return CutOff.lastDay(cutOff);
    }
}
