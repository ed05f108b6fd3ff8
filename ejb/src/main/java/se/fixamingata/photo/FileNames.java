package se.fixamingata.photo;

/**
 * What a sender calls a file, made fit to be shown and stored: no folders, no control or direction characters, at most
 * {@value #MAX_LENGTH} characters.
 */
public final class FileNames {

    /** In characters, the ending included. */
    public static final int MAX_LENGTH = 80;

    private static final String NAMELESS = "bild";

    private FileNames() {}

    /** The clean name; {@code bild} when nothing is left. */
    public static String clean(String sent) {
        if (sent == null) {
            return NAMELESS;
        }
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        name.codePoints().filter(FileNames::isVisible).forEach(clean::appendCodePoint);
        String shown = clean.toString().replaceAll("\\s+", " ").strip();
        return shown.isEmpty() ? NAMELESS : shorten(shown);
    }

    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isWhitespace(codePoint)
                || type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.UNASSIGNED
                        && type != Character.PRIVATE_USE;
    }

    /** Keeps the ending: {@code IMG_2026….jpg} says more than a name cut off. */
    private static String shorten(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        int end = MAX_LENGTH - ending.length() - 1;
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + "…" + ending;
    }
}
