package se.fixamingata.geography;

import se.fixamingata.position.Position;

/**
 * A postcode as the list knows it.
 *
 * @param digits the five digits without a space
 * @param locality the postal town
 * @param atMunicipalityCentre whether the point is only the middle of the municipality's largest place
 */
record Postcode(
        String digits, String locality, Position position, String municipalityCode, boolean atMunicipalityCentre) {

    /** As people write it: {@code 653 40}. */
    String spaced() {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }
}
