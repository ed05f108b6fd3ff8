package se.fixamingata.geography;

/**
 * Who is to be named for data that are loaded; shown on the map and on {@code /om}.
 *
 * @param text the words that the licence or the source asks for, for example {@code © OpenStreetMap contributors}
 * @param licence short name of the licence, for example {@code ODbL 1.0}
 * @param url where source or licence can be read
 * @param onMap whether the map itself must show it (the others are named on {@code /om} only)
 */
public record Attribution(String text, String licence, String url, boolean onMap) {}
