package se.fixamingata.incomingmail.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts the signature: names, phone numbers and what an employer puts below every mail are not for a public page. From the greeting
 * that ends a letter, or from whatever announces a signature, everything goes; a mail that begins with it is left whole.
 */
final class SignatureCutter {

    private static final int LINE_LOOKED_AT = 200;

    private static final List<Pattern> BEGINNINGS = List.of(
            // RFC 3676, 4.3; some programs eat the space.
            Pattern.compile("^--\\s?$"),
            Pattern.compile("^[_\u2014\u2013]{2,}\\s*$"),
            // What phones and programs say of themselves.
            Pattern.compile(
                    "(?iu)^(skickat|skickades|sänt|sent|hämta|get|sendt) (från|med|via|from|using|with|fra|outlook)\\b.{0,100}$"),
            Pattern.compile("(?iu)^(hämta|get) outlook (för|for) .{0,60}$"),
            // Greetings, with or without the name in the same line.
            Pattern.compile(
                    "(?iu)^(med )?(många |de )?(vänlig|vänliga|många|bästa|goda|varma|hjärtliga|soliga|trevliga)"
                            + " (hälsning|hälsningar)\\b.{0,60}$"),
            Pattern.compile("(?iu)^(hälsningar|hälsar)\\b.{0,40}$"),
            Pattern.compile("(?iu)^(mvh|m\\.v\\.h\\.?|vh|bh|mvh/|/mvh)(\\b|/|,).{0,60}$"),
            Pattern.compile("(?iu)^vänligen[,.!]?$"),
            Pattern.compile("(?iu)^((kind|best|warm|many)( kind)? )?regards\\b.{0,60}$"),
            Pattern.compile(
                    "(?iu)^(best wishes|yours sincerely|yours faithfully|sincerely|yours truly|cheers)\\b.{0,40}$"),
            // "/Anna", as the last word of a short letter.
            Pattern.compile("^//?\\s?\\p{Lu}[\\p{L} .-]{1,40}$"));

    private SignatureCutter() {}

    /** @param text without what it answers */
    static String cut(String text) {
        List<String> lines = text.lines().toList();
        boolean said = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (said && begins(line)) {
                return String.join("\n", lines.subList(0, i)).strip();
            }
            said |= !line.isEmpty();
        }
        return text.strip();
    }

    private static boolean begins(String line) {
        return line.length() <= LINE_LOOKED_AT
                && BEGINNINGS.stream()
                        .anyMatch(beginning -> beginning.matcher(line).matches());
    }
}
