package se.fixamingata.mail;

import java.util.regex.Pattern;

/** Makes one harmless line of whatever a resident called the report. */
final class Subjects {

    /** Line breaks and other controls, and the invisible characters that turn text around or hide in it. */
    private static final Pattern NOT_IN_A_LINE = Pattern.compile(
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LENGTH_MAX = 200;

    private Subjects() {}

    /** One line, at most 200 characters, without controls. */
    static String oneLine(String text) {
        String line = SPACES.matcher(NOT_IN_A_LINE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (line.length() <= LENGTH_MAX) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LENGTH_MAX - 2)) ? LENGTH_MAX - 2 : LENGTH_MAX - 1;
        return line.substring(0, end) + "…";
    }
}
