package se.fixamingata.incoming;

import se.fixamingata.report.ReportStatus;

/**
 * What something that a system said comes to. No I/O.
 *
 * @param move the status that the report gets; null leaves it
 * @param missed whether a status was meant that it does not get
 * @param words what will stand on the page; null for nothing
 */
record Saying(ReportStatus move, boolean missed, String words) {

    /**
     * @param now where the report stands
     * @param late whether something later has given it a status
     * @param text cleaned; null for none
     * @param repeated whether the text stands there already, from an earlier version of the same thing: then its files do too
     */
    static Saying of(
            IncomingWord word, StatusWord status, ReportStatus now, boolean late, String text, boolean repeated) {
        ReportStatus said = status.status();
        boolean changes = said != null && said != now;
        // A duplicate is made by merging: we do not know of what.
        boolean moves = changes && !late && said != ReportStatus.DUPLICATE && now.mayBecome(said);
        boolean closes = moves || changes && !late && said == ReportStatus.DUPLICATE;
        String words = text != null && !repeated ? text : null;
        if (words == null && closes) {
            words = StandardWords.closing(said);
        }
        if (words == null && !repeated && hasFiles(word)) {
            words = StandardWords.files();
        }
        return new Saying(moves ? said : null, changes && !moves || !status.understood(), words);
    }

    private static boolean hasFiles(IncomingWord word) {
        return !word.photos().isEmpty()
                || !word.documents().isEmpty()
                || !word.mediaUrls().isEmpty();
    }

    boolean isNothing() {
        return move == null && words == null;
    }
}
