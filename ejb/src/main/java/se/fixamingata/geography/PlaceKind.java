package se.fixamingata.geography;

/** What a search has found. */
public enum PlaceKind {
    POSTCODE,
    ADDRESS,
    STREET,
    LOCALITY,
    MUNICIPALITY,
    COORDINATES,
    REPORT
}
