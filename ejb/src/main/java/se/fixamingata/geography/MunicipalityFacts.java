package se.fixamingata.geography;

import se.fixamingata.position.Position;

/**
 * What the reference data say about a municipality.
 *
 * @param code SCB's four-digit code
 * @param name short name
 * @param slug the name in addresses, unique: å ä → a, ö → o, é → e, space → -
 * @param countyCode the first two digits of the code
 * @param county name of the county
 * @param population people at the end of the reference year, or null when the data do not say
 * @param centre the middle of its largest place
 */
public record MunicipalityFacts(
        String code, String name, String slug, String countyCode, String county, Integer population, Position centre) {

    /** The same municipality as the boundaries answer it. */
    public Area area() {
        return new Area(code, name, countyCode, county);
    }
}
