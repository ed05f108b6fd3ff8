package se.fixamingata.incoming;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/**
 * What others' words for a status mean to us (product.md, section 8). Case, hyphens, underscores and blanks make no difference.
 *
 * @param status null when it says nothing about one
 * @param understood whether it was a word that we know
 */
record StatusWord(ReportStatus status, boolean understood) {

    private static final Map<String, ReportStatus> WORDS = words();

    private static final StatusWord NONE = new StatusWord(null, true);
    private static final StatusWord UNKNOWN = new StatusWord(null, false);

    /** @param now where the report stands: a system that knows no more than "open" and "closed" leaves it there when that fits */
    static StatusWord of(IncomingWord word, ReportStatus now) {
        String folded = folded(word.statusText());
        if (folded.isEmpty() || folded.equals("unchanged")) {
            return NONE;
        }
        if (!word.extended() && folded.equals("open")) {
            return new StatusWord(now.group() == StatusGroup.OPEN ? now : ReportStatus.REPORTED, true);
        }
        if (!word.extended() && folded.equals("closed")) {
            return new StatusWord(now.group() == StatusGroup.OPEN ? word.closedMeans() : now, true);
        }
        return Optional.ofNullable(WORDS.get(folded))
                .map(status -> new StatusWord(status, true))
                .orElse(UNKNOWN);
    }

    static String folded(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }

    private static Map<String, ReportStatus> words() {
        Map<String, ReportStatus> words = new HashMap<>();
        for (ReportStatus status : ReportStatus.values()) {
            if (status != ReportStatus.UNCONFIRMED) {
                words.put(folded(status.code()), status);
            }
        }
        words.put("open", ReportStatus.REPORTED);
        words.put("reopen", ReportStatus.REPORTED);
        words.put("for triage", ReportStatus.INVESTIGATING);
        words.put("action scheduled", ReportStatus.PLANNED);
        words.put("internal referral", ReportStatus.FORWARDED);
        words.put("closed", ReportStatus.NO_ACTION);
        words.put("cancelled", ReportStatus.NO_ACTION);
        words.put("no further action", ReportStatus.NO_ACTION);
        words.put("not councils responsibility", ReportStatus.NOT_RESPONSIBLE);
        return words;
    }
}
