package se.fixamingata.web.desk;

/**
 * An entry of the rail.
 *
 * @param path the page's address, with the authority where there is a choice
 * @param key of its text in the message bundles
 * @param current {@code page} when the reader is on it, for {@code aria-current}; else null, which leaves that out
 * @param waiting how many things wait there for somebody, {@code 7} or {@code 99+}; empty for none
 */
public record DeskEntry(String path, String key, String current, String waiting) {

    DeskEntry(String path, String key, String current) {
        this(path, key, current, "");
    }

    DeskEntry with(String count) {
        return new DeskEntry(path, key, current, count);
    }
}
