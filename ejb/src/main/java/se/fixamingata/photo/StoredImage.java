package se.fixamingata.photo;

/**
 * One size of a photo as it goes out.
 *
 * @param bytes JPEG
 * @param isPublic whether everybody may see and keep it; otherwise it was found for this viewer alone
 */
public record StoredImage(byte[] bytes, boolean isPublic) {}
