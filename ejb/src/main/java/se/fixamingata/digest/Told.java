package se.fixamingata.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.fixamingata.news.NewsKind;

/**
 * What one address knows already: from a mail at once, from the mails of the days when it is the week's turn, or from further up in the
 * same mail. Whoever knows that a report was fixed is not told of it as new either.
 */
final class Told {

    private final Set<Long> asNew = new HashSet<>();
    private final Set<Long> asFixed = new HashSet<>();
    private final Set<Long> named = new HashSet<>();

    /** In another mail. */
    void elsewhere(long report, NewsKind kind) {
        asNew.add(report);
        if (kind == NewsKind.FIXED) {
            asFixed.add(report);
        }
    }

    /** Those that are told now, once. */
    List<Long> tell(List<Long> reports, NewsKind kind) {
        return reports.stream()
                .filter(report -> !knows(report, kind) && named.add(report))
                .toList();
    }

    /**
     * Whether a report that is followed is told of now.
     *
     * @param more something other than that it was fixed has happened
     */
    boolean tellFollowed(long report, boolean more) {
        return (more || !asFixed.contains(report)) && named.add(report);
    }

    private boolean knows(long report, NewsKind kind) {
        return kind == NewsKind.FIXED ? asFixed.contains(report) : asNew.contains(report);
    }
}
