package se.fixamingata.report;

/** Who may see a confirmed report. Stands beside the status: a hidden report can still be mended. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** The reporter and the caseworkers; the category decided so. */
    PRIVATE,
    /** Caseworkers only; a moderator decided so. */
    HIDDEN
}
