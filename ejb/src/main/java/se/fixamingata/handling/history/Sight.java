package se.fixamingata.handling.history;

/**
 * What somebody may see of a report's history.
 *
 * @param reporter who residents are
 * @param hidden texts that a moderator has hidden
 * @param all internal entries of other authorities too, which had the report before
 */
public record Sight(boolean reporter, boolean hidden, boolean all) {}
