package se.fixamingata.incomingmail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts the mail that is answered out of the answer, by words alone: lines that begin with {@code >}, what introduces them ("Den 23 nov.
 * 2026 kl. 09:12 skrev …"), and the headers that Outlook and Notes put above what they quote without any mark.
 *
 * <p>An answer below or between quotes is kept where the quotes are marked; where they are not, everything below their beginning goes.
 * Our own letters carry the line "Skriv svaret ovanför den här raden", which ends the answer of every program that nobody knew of.
 */
final class QuoteCutter {

    private static final int HEADERS_LOOKED_AT = 12;
    private static final int INTRODUCTION_LINES = 4;
    private static final int INTRODUCTION_MAX = 500;

    private static final int LINE_LOOKED_AT = 500;

    private static final Pattern MARK = Pattern.compile("(?iu)skriv svaret ovanf[öo�?]+r den h[äa�?]+r raden");

    private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}(>|&gt;).*", Pattern.DOTALL);

    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iu)^[\\s*_]{0,5}-{2,10}\\s{0,3}(ursprungligt meddelande|originalmeddelande|ursprungligt brev|original message"
                    + "|original appointment|forwarded message|forwarded by .{1,120}|vidarebefordrat (meddelande|brev|mail|mejl)"
                    + "|vidarebefordrat av .{1,120}|.{1,120} (skrev|wrote)\\s?:)\\s{0,3}-{2,10}[\\s*_]{0,5}$"
                    + "|^(begin forwarded message|vidarebefordrat (brev|mejl|meddelande))\\s?:$");

    /** Lotus Notes, above its own headers. */
    private static final Pattern NOTES =
            Pattern.compile("^.{0,120}---\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4} \\d{1,2}[:.]\\d{2}.{0,20}---.{0,200}$");

    private static final Pattern HEADER = Pattern.compile(
            "(?iu)^[\\s*_]{0,5}(från|from|till|to|skickat|sent|datum|date|ämne|subject|ärende|kopia|cc|svar till|reply-to"
                    + "|prioritet|importance|vikt|bilagor|attachments)[\\s*_]{0,4}:.*",
            Pattern.DOTALL);

    private static final Pattern FROM = Pattern.compile("(?iu)^[\\s*_]{0,5}(från|from)[\\s*_]{0,4}:.*", Pattern.DOTALL);

    private static final Pattern ABOUT =
            Pattern.compile("(?iu)^[\\s*_]{0,5}(ämne|subject|ärende)[\\s*_]{0,4}:.*", Pattern.DOTALL);

    /** How the introduction of a quote begins: with a day, or with whoever is quoted. */
    private static final Pattern INTRODUCTION = Pattern.compile("(?iu)^(den |on |le |am |\\d{1,2}[ ./-]|\\d{4}-\\d{2}"
            + "|(mån|tis|ons|tors?|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)\\p{L}{0,6}[ ,.]|.{0,100}<?[^\\s<>]{1,64}@"
            + "|.{1,80} (skrev|wrote) (den |on )?\\d)");

    private static final Pattern WROTE =
            Pattern.compile("(?iu).*\\b(skrev|skrev följande|wrote|writes|skriver|schrieb)\\b.*:$");

    private static final Pattern TIME_OR_ADDRESS = Pattern.compile("\\d{1,2}[:.]\\d{2}|@");

    private static final Pattern RULE = Pattern.compile("^[\\s_*=-]*$");

    private QuoteCutter() {}

    /** What the writer wrote, without what it answers. */
    static String cut(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        int end = beginningOfTheAnswered(lines);
        List<String> own = new ArrayList<>();
        int at = 0;
        while (at < end) {
            String line = lines.get(at);
            int introduction = line.isEmpty() || isQuoted(line) ? 0 : introduction(lines, at, end);
            if (introduction > 0) {
                int next = nextSaid(lines, at + introduction, end);
                if (next == end || !isQuoted(lines.get(next))) {
                    break;
                }
                at = next;
            } else {
                if (!isQuoted(line)) {
                    own.add(line);
                }
                at++;
            }
        }
        return tidy(own);
    }

    private static int beginningOfTheAnswered(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = start(lines.get(i));
            if (!line.isEmpty()
                    && !isQuoted(line)
                    && (MARK.matcher(line).find()
                            || SEPARATOR.matcher(line).matches()
                            || NOTES.matcher(line).matches()
                            || isHeaders(lines, i))) {
                return i;
            }
        }
        return lines.size();
    }

    /** From, and what it is about or an address, among at least three headers on end. */
    private static boolean isHeaders(List<String> lines, int from) {
        if (!HEADER.matcher(start(lines.get(from))).matches()) {
            return false;
        }
        int headers = 0;
        int others = 0;
        boolean sender = false;
        boolean ofMail = false;
        for (int i = from; i < Math.min(lines.size(), from + HEADERS_LOOKED_AT) && others < 2; i++) {
            String line = start(lines.get(i));
            if (HEADER.matcher(line).matches()) {
                headers++;
                others = 0;
                sender |= FROM.matcher(line).matches();
                ofMail |= ABOUT.matcher(line).matches() || line.indexOf('@') > 0;
            } else if (!line.isBlank()) {
                others++;
            }
        }
        return headers >= 3 && sender && ofMail;
    }

    /** How many lines from there introduce a quote; 0 when they do not. */
    private static int introduction(List<String> lines, int from, int end) {
        if (!INTRODUCTION.matcher(start(lines.get(from))).find()) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < Math.min(end, from + INTRODUCTION_LINES); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || joined.length() + line.length() > INTRODUCTION_MAX) {
                return 0;
            }
            joined.append(line).append(' ');
            String sofar = joined.toString().strip();
            if (line.endsWith(":")
                    && WROTE.matcher(sofar).matches()
                    && TIME_OR_ADDRESS.matcher(sofar).find()) {
                return i - from + 1;
            }
        }
        return 0;
    }

    private static int nextSaid(List<String> lines, int from, int end) {
        int next = from;
        while (next < end && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    private static boolean isQuoted(String line) {
        return !line.isEmpty() && QUOTED.matcher(start(line)).matches();
    }

    private static String start(String line) {
        return line.length() <= LINE_LOOKED_AT ? line : line.substring(0, LINE_LOOKED_AT);
    }

    /** Without rules and empty lines at its ends. */
    private static String tidy(List<String> own) {
        int end = own.size();
        while (end > 0 && RULE.matcher(start(own.get(end - 1))).matches()) {
            end--;
        }
        return String.join("\n", own.subList(0, end)).strip();
    }
}
