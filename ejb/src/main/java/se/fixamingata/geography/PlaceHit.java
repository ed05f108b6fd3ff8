package se.fixamingata.geography;

import se.fixamingata.position.Position;

/**
 * One place that a search found.
 *
 * @param label the name with municipality and county, free of words of any language, for example {@code Deje, Forshaga, Värmlands län}
 * @param zoom the map zoom at which the place is worth looking at
 * @param municipalityCode null only where the place lies in no municipality
 * @param municipality its short name, null as above
 * @param county name of the county, null as above
 * @param noteKey key of a remark in the message bundles, or null: {@value #APPROXIMATE}, {@value #STREET_UNKNOWN}
 * @param noteArgument what the remark is about, for example the name of the locality; null without a remark
 */
public record PlaceHit(
        String label,
        PlaceKind kind,
        Position position,
        int zoom,
        String municipalityCode,
        String municipality,
        String county,
        String noteKey,
        String noteArgument) {

    /** "Ungefärligt: mitt i {0}": a postcode that is only known to its locality. */
    public static final String APPROXIMATE = "place.approximate";

    /** "Vi hittar orten {0}, peka ut gatan": a street that only a geocoder would know. */
    public static final String STREET_UNKNOWN = "place.street.unknown";
}
