package se.fixamingata.category;

/** Categories that people mix up: duplicates are looked for within one (P4), and the glyph follows it. */
public enum CategoryGroup {
    CLEAN,
    TRAFFIC,
    ROAD,
    LIGHTING,
    GREEN,
    WATER,
    OTHER
}
