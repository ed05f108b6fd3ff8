package se.fixamingata.geography;

/**
 * A municipality as far as geography knows it.
 *
 * @param code SCB's four-digit code, for example {@code 1763}
 * @param name short name, for example {@code Forshaga}
 * @param countyCode the first two digits of the code
 * @param county name of the county, for example {@code Värmlands län}
 */
public record Area(String code, String name, String countyCode, String county) {}
