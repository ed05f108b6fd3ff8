package se.fixamingata.incoming;

import se.fixamingata.report.ReportStatus;

/** What stands on the report's page when an authority's system closes it, or sends a picture, without a word. Swedish, as answers are. */
final class StandardWords {

    private StandardWords() {}

    /** @return null when that status needs no words */
    static String closing(ReportStatus status) {
        return switch (status) {
            case FIXED -> "Felet är åtgärdat.";
            case NO_ACTION -> "Ärendet är avslutat utan åtgärd.";
            case NOT_RESPONSIBLE -> "Vi ansvarar inte för det här.";
            case DUPLICATE -> "Vi har redan en rapport om samma sak.";
            default -> null;
        };
    }

    /** Files need words to go with. */
    static String files() {
        return "Vi har bifogat en fil.";
    }
}
