package se.fixamingata.moderation;

/**
 * Something on a public page, as whoever wants to report it sees it again.
 *
 * @param title of the report that it belongs to
 * @param text the words in question; null for a photo
 */
public record AbuseView(Subject subject, long reportId, String title, String text) {

    /** Longest that a list needs to show of it. */
    static final int EXCERPT = 400;

    /** The beginning of the words; null for a photo. */
    public String excerpt() {
        return text == null || text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + " …";
    }
}
