package se.fixamingata.open311.wire;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;

/**
 * Reads JSON. Numbers stay the text that they are, since {@code 001} is a service's code and no number; before reading, what servers
 * write besides the rules is mended: leading zeros, and line breaks inside strings.
 */
final class JsonTree {

    private JsonTree() {}

    static WireNode read(String text) throws WireFault {
        TreeBuilder tree = new TreeBuilder();
        try (JsonParser parser = Json.createParser(new StringReader(mended(text)))) {
            String key = "";
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case KEY_NAME -> key = parser.getString();
                    case START_OBJECT, START_ARRAY -> {
                        tree.start(key);
                        key = "";
                    }
                    case END_OBJECT, END_ARRAY -> tree.end();
                    case VALUE_STRING, VALUE_NUMBER -> key = leaf(tree, key, parser.getString());
                    case VALUE_TRUE -> key = leaf(tree, key, "true");
                    case VALUE_FALSE -> key = leaf(tree, key, "false");
                    case VALUE_NULL -> key = leaf(tree, key, "");
                }
            }
        } catch (RuntimeException broken) {
            throw new WireFault(WireFault.UNREADABLE, String.valueOf(broken.getMessage()));
        }
        return tree.root();
    }

    private static String leaf(TreeBuilder tree, String key, String value) throws WireFault {
        tree.start(key);
        tree.text(value);
        tree.end();
        return "";
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length() + 16);
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\' && i + 1 < text.length()) {
                    mended.append(c).append(text.charAt(++i));
                    continue;
                }
                inString = c != '"';
                appendInside(mended, c);
            } else if (isDigit(c)) {
                int end = i;
                while (end < text.length() && isOfNumber(text.charAt(end))) {
                    end++;
                }
                appendNumber(mended, text.substring(i, end));
                i = end - 1;
            } else {
                inString = c == '"';
                mended.append(c);
            }
        }
        return mended.toString();
    }

    /** Line breaks stay; other control characters say nothing, and are not worth six for one. */
    private static void appendInside(StringBuilder mended, char c) {
        switch (c) {
            case '\n' -> mended.append("\\n");
            case '\t' -> mended.append("\\t");
            default -> mended.append(c < ' ' ? ' ' : c);
        }
    }

    /** With zeros in front it is a code. */
    private static void appendNumber(StringBuilder mended, String number) {
        boolean code = number.length() > 1 && number.charAt(0) == '0' && isDigit(number.charAt(1));
        mended.append(code ? '"' + number + '"' : number);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isOfNumber(char c) {
        return isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }
}
