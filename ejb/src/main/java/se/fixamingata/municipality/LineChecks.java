package se.fixamingata.municipality;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.shared.EmailAddress;

/** What can be said of a single column without knowing what it is about, and the problems found so far. */
final class LineChecks {

    private final List<FileProblem> problems = new ArrayList<>();

    List<FileProblem> problems() {
        return problems;
    }

    void problem(AuthorityLine line, String reason) {
        problems.add(line.problem(reason));
    }

    /** Whether none of the columns holds a line break or another control character. */
    boolean areOneLine(AuthorityLine line, List<String> columns) {
        List<String> broken = columns.stream()
                .filter(column -> line.get(column).chars().anyMatch(Character::isISOControl))
                .toList();
        broken.forEach(column -> problem(line, column + " holds a line break or another control character"));
        return broken.isEmpty();
    }

    /** Whether the column says one of the allowed words. */
    boolean isOneOf(AuthorityLine line, String column, Set<String> allowed) {
        boolean known = allowed.contains(line.get(column));
        if (!known) {
            problem(line, column + " is \"" + shown(line.get(column)) + "\", not one of " + String.join(", ", allowed));
        }
        return known;
    }

    void atMost(AuthorityLine line, String column, int max) {
        String text = line.get(column);
        if (text.codePointCount(0, text.length()) > max) {
            problem(line, column + " is longer than " + max + " characters");
        }
    }

    /** The address in that column; null when the column is empty or holds none. */
    String email(AuthorityLine line, String column) {
        if (!line.has(column)) {
            return null;
        }
        Optional<EmailAddress> address = EmailAddress.parse(line.get(column));
        if (address.isEmpty()) {
            problem(line, column + " is no e-mail address");
        }
        return address.map(EmailAddress::text).orElse(null);
    }

    /** The text in that column; null when it is empty. */
    static String orNull(AuthorityLine line, String column) {
        return line.has(column) ? line.get(column) : null;
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whatever stands in the file must not flood a log. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
