package se.fixamingata.submission;

/**
 * A photo of a draft, in the order of arrival.
 *
 * @param id 22 random characters, the name in {@code /bild/{id}/thumb}
 * @param fileName as the resident's device called it
 * @param width of the full size, in pixels
 * @param height of the full size, in pixels
 */
public record DraftPhoto(String id, String fileName, int width, int height) {}
