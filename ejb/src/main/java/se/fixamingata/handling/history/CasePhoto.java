package se.fixamingata.handling.history;

/**
 * A photo as the back office sees it, at {@code /bild/{id}/full}.
 *
 * @param width of the full size, in pixels
 * @param height of the full size, in pixels
 * @param hidden whether a moderator has hidden it from residents
 */
public record CasePhoto(String id, int width, int height, boolean hidden) {}
