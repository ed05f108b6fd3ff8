package se.fixamingata.sitemessage;

/**
 * A message, as it was typed.
 *
 * @param id 0 for a new one
 * @param version that the form was opened with
 * @param authority code; empty for the whole country
 * @param category code; empty for every category
 * @param from Swedish date and time, {@code 2026-11-24T13:00}; empty for now
 * @param until as {@code from}, but never empty
 */
public record MessageForm(
        long id,
        int version,
        String authority,
        String category,
        String level,
        String sv,
        String en,
        String from,
        String until) {}
