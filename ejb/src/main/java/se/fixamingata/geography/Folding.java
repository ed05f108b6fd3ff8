package se.fixamingata.geography;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Two ways to make names comparable. {@code spelt} keeps å ä ö and evens out case, spaces and punctuation; {@code folded} also takes
 * the marks off the letters, for people whose keyboard has none.
 */
final class Folding {

    private Folding() {}

    /** Lower case, one space between words, hyphens and punctuation as spaces. */
    static String spelt(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (c != '\'' && c != '’' && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    /** What {@link #spelt} gave, without marks: å ä → a, ö ø → o, é → e, æ → ae. */
    static String folded(String spelt) {
        if (spelt.chars().allMatch(c -> c < 128)) {
            return spelt;
        }
        StringBuilder out = new StringBuilder(spelt.length());
        String apart = Normalizer.normalize(spelt, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'ø' -> out.append('o');
                case 'æ' -> out.append("ae");
                case 'đ' -> out.append('d');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
