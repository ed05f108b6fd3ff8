package se.fixamingata.photo;

/**
 * A photo that has been decoded and written anew: two JPEGs that hold pixels and nothing else.
 *
 * @param full the large one, at most {@link PhotoSize#FULL} on its longest side
 * @param thumb the small one, at most {@link PhotoSize#THUMB} on its longest side
 */
public record PreparedPhoto(byte[] full, int width, int height, byte[] thumb, int thumbWidth, int thumbHeight) {}
