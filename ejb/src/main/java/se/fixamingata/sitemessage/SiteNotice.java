package se.fixamingata.sitemessage;

import java.time.Instant;
import se.fixamingata.shared.Language;

/**
 * A message, to be read.
 *
 * @param authorityCode null for the whole country
 * @param categoryCode null for every category
 * @param textEn null when it is said in Swedish only
 */
public record SiteNotice(
        long id,
        String authorityCode,
        String categoryCode,
        MessageLevel level,
        String textSv,
        String textEn,
        Instant startsAt,
        Instant endsAt,
        int version) {

    public String text(Language language) {
        return isIn(language) || textEn == null ? textSv : textEn;
    }

    /** Whether {@link #text} is Swedish for that reader. */
    private static boolean isIn(Language language) {
        return language == Language.SV;
    }

    /** For the attribute {@code lang}: the language that the text is in, when it is not the reader's; else null. */
    public String foreign(Language language) {
        return language == Language.EN && textEn == null ? "sv" : null;
    }

    public boolean isInForce(Instant now) {
        return !startsAt.isAfter(now) && endsAt.isAfter(now);
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** Whether it is worth more than a glance. */
    public boolean isWarning() {
        return level == MessageLevel.WARNING;
    }

    /** Where and about what, the same for the same: whether two messages stand in the same places. */
    boolean isFor(String authority, String category) {
        return (authorityCode == null || authorityCode.equals(authority))
                && (categoryCode == null || categoryCode.equals(category));
    }
}
