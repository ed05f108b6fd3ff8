package se.fixamingata.update;

/**
 * A document as it goes out.
 *
 * @param pdf its bytes; whoever put it there saw to it that it is one
 * @param isPublic whether everybody may see it; otherwise it was found for this viewer alone
 */
public record OpenDocument(String fileName, byte[] pdf, boolean isPublic) {}
