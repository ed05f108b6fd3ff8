package se.fixamingata.geography;

import se.fixamingata.position.Position;

/**
 * A street, or a house in it.
 *
 * @param number the house number, "" for the street itself
 */
record Street(String name, String number, String locality, Position position, String municipalityCode) {

    String label() {
        return number.isEmpty() ? name : name + " " + number;
    }
}
