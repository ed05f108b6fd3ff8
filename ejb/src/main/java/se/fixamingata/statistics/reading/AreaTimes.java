package se.fixamingata.statistics.reading;

import java.util.List;

/**
 * How long it takes in one area.
 *
 * @param times all categories first
 */
public record AreaTimes(Area area, List<CategoryTimes> times) {}
