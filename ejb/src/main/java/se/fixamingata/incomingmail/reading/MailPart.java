package se.fixamingata.incomingmail.reading;

import java.util.Arrays;
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

    /** More of a text is not read: what a person has written stands long before. */
    static final int TEXT_MAX = 2_000_000;

    /** Whether it is what the sender wrote, of that type. */
    boolean isWords(String wanted) {
        return type.equals(wanted) && !attached && fileName.isEmpty();
    }

    /** As text, whatever its charset; its beginning when there is no end of it. */
    String text() {
        return MailText.decode(isEndless() ? Arrays.copyOf(bytes, end()) : bytes, parameters.get("charset"));
    }

    boolean isEndless() {
        return bytes.length > TEXT_MAX;
    }

    /** Not in the middle of a character of UTF-8. */
    private int end() {
        int end = TEXT_MAX;
        while (end > TEXT_MAX - 4 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "MailPart[" + type + ", " + bytes.length + "]";
    }
}
