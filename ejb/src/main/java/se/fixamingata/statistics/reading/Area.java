package se.fixamingata.statistics.reading;

/**
 * Of which part of the country: all of it, a county or a municipality.
 *
 * @param code {@code SE}, {@code 17} or {@code 1763}
 */
public record Area(String code) {

    /** All of it. */
    public static final Area COUNTRY = new Area("SE");

    /** By the county's two digits or the municipality's four. */
    public static Area of(String code) {
        if (!code.matches("SE|\\d{2}|\\d{4}")) {
            throw new IllegalArgumentException("No area: " + code);
        }
        return new Area(code);
    }

    public boolean isMunicipality() {
        return code.length() == 4;
    }
}
