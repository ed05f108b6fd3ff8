package se.fixamingata.statistics.reading;

/**
 * Half of such reports are fixed within so many days.
 *
 * @param area where: the municipality, or the country for Trafikverket
 * @param days the median
 * @param reports of how many
 */
public record ExpectedTime(Area area, int days, int reports) {}
