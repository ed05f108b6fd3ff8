package se.fixamingata.web.desk;

/**
 * An entry of the rail.
 *
 * @param path the page's address, with the authority where there is a choice
 * @param key of its text in the message bundles
 * @param current {@code page} when the reader is on it, for {@code aria-current}; else null, which leaves that out
 */
public record DeskEntry(String path, String key, String current) {}
