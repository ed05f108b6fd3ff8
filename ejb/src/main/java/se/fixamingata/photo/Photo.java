package se.fixamingata.photo;

/**
 * A stored photo, without its pixels.
 *
 * @param id 22 random characters, cannot be guessed; the address is {@code /bild/{id}/{size}}
 * @param fileName what the sender called it, cleaned by {@link FileNames}; for the sender's eyes only
 * @param width of the full size, in pixels
 * @param height of the full size, in pixels
 */
public record Photo(String id, String fileName, int width, int height) {}
