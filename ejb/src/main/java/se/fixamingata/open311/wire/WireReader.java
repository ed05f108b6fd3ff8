package se.fixamingata.open311.wire;

import java.util.Locale;

/**
 * Reads an answer, XML or JSON as it turns out to be: what was asked for, and what the answer says it is, count less than what it begins
 * with. Nothing at all is an answer too.
 */
public final class WireReader {

    private static final int HEAD = 500;

    private WireReader() {}

    /**
     * @param contentType as it came, empty for none
     * @param expected what was asked for; counts only when the answer leaves it open
     * @throws WireFault when it cannot be read
     */
    public static WireNode read(byte[] body, String contentType, WireFormat expected) throws WireFault {
        String text = WireText.of(body, contentType == null ? "" : contentType).strip();
        // Some send the mark in the middle of their own concatenation.
        while (text.startsWith("\uFEFF")) {
            text = text.substring(1).strip();
        }
        if (text.isEmpty()) {
            return WireNode.EMPTY;
        }
        return switch (text.charAt(0)) {
            case '<' -> xml(text);
            case '{', '[' -> JsonTree.read(text);
            default -> other(text, expected);
        };
    }

    private static WireNode xml(String text) throws WireFault {
        String head = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.contains("<html")) {
            throw new WireFault(WireFault.HTML, "A page for people");
        }
        return XmlTree.read(text);
    }

    private static WireNode other(String text, WireFormat expected) throws WireFault {
        if (expected == WireFormat.JSON && "null".equals(text)) {
            return WireNode.EMPTY;
        }
        throw new WireFault(WireFault.UNREADABLE, "Neither XML nor JSON");
    }
}
