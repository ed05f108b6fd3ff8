package se.fixamingata.statistics.reading;

/**
 * The two times of a category.
 *
 * @param category its code; {@code *} for all
 * @param answer until the authority's first public word
 * @param fixed until fixed, and not reopened since
 */
public record CategoryTimes(String category, TimeFigure answer, TimeFigure fixed) {}
