package se.fixamingata.incomingmail.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail servers have found out about a mail's sender ({@code Authentication-Results}, RFC 8601). Much of such a line is the sender's
 * own: comments, quoted strings and the address of the envelope prove nothing, whatever they look like.
 */
public final class SenderCheck {

    /** What DMARC says: whether the domain that the mail is from stands by it. */
    public enum Finding {
        PASS,
        FAIL,
        NONE
    }

    private static final int LENGTH_MAX = 20_000;

    private static final Pattern DMARC =
            Pattern.compile("\\s*dmarc\\s*(?:/\\s*\\d+\\s*)?=\\s*(\\w+)(.*)", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("\\bheader\\.from\\s*=\\s*([^\\s;]+)");

    private SenderCheck() {}

    /**
     * What that server found; nothing of any other counts. Servers put their lines above what they got, so that what stands below the
     * first {@code Received} that is not of our own house may be the sender's, whatever name is in it.
     *
     * @param server as it calls itself in these lines
     * @param ownHops how many {@code Received} our own servers write above the line
     */
    public static Finding of(ReadMail mail, String server, int ownHops) {
        String ours = server.strip().toLowerCase(Locale.ROOT);
        String domain = mail.sender()
                .map(sender -> sender.substring(sender.lastIndexOf('@') + 1))
                .orElse("");
        return mail.headers().rawAbove("Authentication-Results", "Received", ownHops).stream()
                .map(SenderCheck::bare)
                .map(line -> List.of(line.split(";", -1)))
                .filter(results -> results.get(0).strip().split("\\s", 2)[0].equals(ours))
                .map(results -> dmarc(results, domain))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Finding.NONE);
    }

    /** Whether anybody, whoever it is, found that the sender is wrong. */
    public static boolean isDoubted(ReadMail mail) {
        return mail.headers().raw("Authentication-Results").stream()
                .map(SenderCheck::bare)
                .anyMatch(line -> line.contains("dmarc=fail")
                        || !line.contains("dmarc=pass") && (line.contains("spf=fail") || line.contains("dkim=fail")));
    }

    /** Empty when the line does not tell of DMARC; with several results the worst. */
    private static Optional<Finding> dmarc(List<String> results, String domain) {
        return results.stream()
                .skip(1)
                .map(DMARC::matcher)
                .filter(Matcher::matches)
                .map(result -> finding(result.group(1), result.group(2), domain))
                .reduce((one, other) -> one == Finding.FAIL || other == Finding.PASS ? one : other);
    }

    private static Finding finding(String result, String properties, String domain) {
        if (result.equals("fail")) {
            return Finding.FAIL;
        }
        Matcher from = FROM.matcher(properties);
        boolean same = !from.find() || domain.equals(from.group(1)) || domain.endsWith("." + from.group(1));
        return result.equals("pass") && same ? Finding.PASS : Finding.NONE;
    }

    /** In lower case, without comments and quoted strings; from one that does not end, nothing is left. */
    private static String bare(String line) {
        String text = line.substring(0, Math.min(line.length(), LENGTH_MAX)).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder();
        int comments = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\\') {
                i++;
            } else if (quoted) {
                quoted = one != '"';
            } else if (comments > 0) {
                comments += one == '(' ? 1 : one == ')' ? -1 : 0;
            } else if (one == '"') {
                quoted = true;
            } else if (one == '(') {
                comments++;
                bare.append(' ');
            } else {
                bare.append(one);
            }
        }
        return bare.toString();
    }
}
