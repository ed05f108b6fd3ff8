package se.fixamingata.geography;

import se.fixamingata.position.Position;

/**
 * A named place as it stands in the list.
 *
 * @param trust how good the source is, 0 best; decides which of two rows for the same place stays
 */
record Place(String name, Position position, int population, String municipalityCode, int trust) {

    /** The rank of rows whose names have lost their å ä ö. */
    static final int MISSPELT = 9;

    /** How far a source can be trusted, by the name it has in the list. */
    static int trustIn(String source) {
        if (source.startsWith("cities500")) {
            return 0;
        }
        if (source.endsWith("qs-ascii")) {
            return MISSPELT;
        }
        return source.startsWith("WOF") ? 2 : 1;
    }
}
