package se.fixamingata.basemap;

/** Light ground with dark ink, or the other way round. */
public enum Theme {
    LIGHT,
    DARK;

    /** The theme of the URL parameter {@code tema}: {@code mork} is dark, everything else light. */
    public static Theme of(String parameter) {
        return "mork".equals(parameter) ? DARK : LIGHT;
    }
}
