package se.fixamingata.web.inbox;

/**
 * A filter that is in force.
 *
 * @param label in words
 * @param without the inbox's address without it
 */
public record FilterChip(String label, String without) {}
