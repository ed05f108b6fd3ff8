package se.fixamingata.shared;

import java.text.Normalizer;

/**
 * What people type, made storable without changing what they meant: composed form (NFC), no control characters, no halves of surrogate
 * pairs, and not longer than its column. Emoji and right-to-left text stay; what turns the direction of the text around it does not.
 */
public final class TypedText {

    private TypedText() {}

    /**
     * Text of one line: whatever breaks a line or controls a device becomes a blank, direction controls go, blanks around it go.
     *
     * @param max longest that is kept, in code points
     * @return null for null
     */
    public static String line(String typed, int max) {
        return typed == null ? null : cut(composed(typed, max, false).strip(), max);
    }

    /** Text of several lines, each ended by a line feed; otherwise like {@link #line}. */
    public static String lines(String typed, int max) {
        return typed == null ? null : cut(composed(typed, max, true).strip(), max);
    }

    /** Length as the database counts it. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether there is anything to see: not blank, and not made of invisible characters alone. */
    public static boolean isVisible(String text) {
        return text != null
                && text.codePoints()
                        .anyMatch(c -> !Character.isWhitespace(c)
                                && !Character.isSpaceChar(c)
                                && Character.getType(c) != Character.FORMAT);
    }

    private static String composed(String typed, int max, boolean severalLines) {
        // Ten megabytes need no composing when a thousand characters are kept; composing makes at most 1 of 18.
        String enough = typed.length() > max * 20 ? typed.substring(0, max * 20) : typed;
        StringBuilder kept = new StringBuilder(enough.length());
        enough.replace("\r\n", "\n").codePoints().forEach(c -> append(kept, c, severalLines));
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder kept, int c, boolean severalLines) {
        boolean lineEnd = c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
        if (lineEnd) {
            kept.append(severalLines ? '\n' : ' ');
        } else if (Character.isISOControl(c)) {
            kept.append(c == '\t' || !severalLines ? " " : "");
        } else if (!isUnwanted(c)) {
            kept.appendCodePoint(c);
        }
    }

    /** Half a surrogate pair, a code point that is no character, the byte order mark, or a control that turns text around. */
    private static boolean isUnwanted(int c) {
        boolean halfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF || c == 0xFEFF;
        boolean turnsText = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return halfPair || noCharacter || turnsText;
    }

    private static String cut(String text, int max) {
        return length(text) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
