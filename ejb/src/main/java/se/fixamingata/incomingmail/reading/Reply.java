package se.fixamingata.incomingmail.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixamingata.report.ReportStatus;

/**
 * What somebody wrote in answer to a mail, and nothing of what was answered.
 *
 * @param text without quotes, signature and status line; empty when nothing is left
 * @param status that it gives; empty when it gives none, or none that is understood
 * @param unclearStatus the word of a status line that is not understood; empty when there is no such line
 */
public record Reply(String text, Optional<ReportStatus> status, String unclearStatus) {

    /** For what is no reply. */
    public static final Reply NOTHING = new Reply("", Optional.empty(), "");

    private static final int SHOWN_MAX = 20_000;

    /** What comes later was not written for us: quotes, and more of them. */
    private static final int WORDS_MAX = 200_000;

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u034F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u202F\\t]");
    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");

    /** HTML first: it tells what is quoted, and is not broken at column 76. */
    public static Reply of(ReadMail mail) {
        List<Optional<String>> versions = List.of(mail.html().map(HtmlText::read), mail.plain());
        return versions.stream()
                .flatMap(Optional::stream)
                .map(Reply::of)
                .filter(reply -> !reply.isEmpty())
                .findFirst()
                .orElse(NOTHING);
    }

    /** All that a mail says as plain text, quotes and signature included; for whoever has to decide about it. */
    public static String all(ReadMail mail) {
        String words = mail.plain().or(() -> mail.html().map(HtmlText::read)).orElse("");
        return words.length() <= SHOWN_MAX ? words : words.substring(0, SHOWN_MAX) + "…";
    }

    /** @param words as text, quotes and all */
    static Reply of(String words) {
        String some = words.substring(0, Math.min(words.length(), WORDS_MAX));
        String visible = SPACES.matcher(INVISIBLE.matcher(some).replaceAll("")).replaceAll(" ");
        String own = QuoteCutter.cut(visible);
        Optional<StatusLine> line = StatusLine.find(own);
        // A word that is not understood stays for whoever reads it.
        boolean understood = line.flatMap(StatusLine::status).isPresent();
        String text = SignatureCutter.cut(understood ? line.get().rest() : own);
        return new Reply(
                MANY_LINES.matcher(text).replaceAll("\n\n").strip(),
                line.flatMap(StatusLine::status),
                understood ? "" : line.map(StatusLine::word).orElse(""));
    }

    /** Whether nothing was said at all. */
    public boolean isEmpty() {
        return text.isEmpty() && status.isEmpty();
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
