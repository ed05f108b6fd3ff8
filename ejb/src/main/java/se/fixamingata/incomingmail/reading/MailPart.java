package se.fixamingata.incomingmail.reading;

import java.util.Map;

/**
 * A part of a message that is no multipart itself, its transfer encoding undone.
 *
 * @param type MIME type in lower case, as the sender says
 * @param parameters of the type, names in lower case
 * @param fileName empty when it has none
 * @param contentId without angle brackets; empty when it has none
 * @param attached whether the sender meant it as a file, not as something to be read in place
 */
public record MailPart(
        String type,
        Map<String, String> parameters,
        String fileName,
        String contentId,
        boolean attached,
        byte[] bytes) {

    /** Whether it is what the sender wrote, of that type. */
    boolean isWords(String wanted) {
        return type.equals(wanted) && !attached && fileName.isEmpty();
    }

    /** As text, whatever its charset. */
    String text() {
        return MailText.decode(bytes, parameters.get("charset"));
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "MailPart[" + type + ", " + bytes.length + "]";
    }
}
