package se.fixamingata.geography;

import se.fixamingata.position.Position;

/**
 * A named place: town, village, district.
 *
 * @param population people, 0 when unknown
 * @param rank importance within the country, 0 is the first; unique, so it also settles which label gives way
 * @param municipalityCode where it lies
 */
public record Locality(String name, Position position, int population, int rank, String municipalityCode) {}
