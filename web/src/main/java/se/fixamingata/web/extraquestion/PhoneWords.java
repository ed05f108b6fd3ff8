package se.fixamingata.web.extraquestion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text that may be a telephone number: who is told to call can call with a touch.
 *
 * @param number to be dialled; null for other words
 */
public record PhoneWords(String text, String number) {

    /** 112, 114 14, 1177; 054-540 10 00; +46 54 540 10 00. Nothing that goes on with more digits. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,:-])(?:11[234](?:[ -]?\\d{2})?|1177|(?:\\+46[ -]?|0)\\d{1,3}[ -]?\\d(?:[ -]?\\d){4,8})(?![\\d:]|[.,-]\\d)");

    private static final Pattern NO_DIGIT = Pattern.compile("[^\\d+]");

    static List<PhoneWords> of(String text) {
        List<PhoneWords> pieces = new ArrayList<>();
        Matcher found = NUMBER.matcher(text);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new PhoneWords(text.substring(end, found.start()), null));
            }
            pieces.add(new PhoneWords(
                    found.group(), NO_DIGIT.matcher(found.group()).replaceAll("")));
            end = found.end();
        }
        if (end < text.length()) {
            pieces.add(new PhoneWords(text.substring(end), null));
        }
        return pieces;
    }
}
