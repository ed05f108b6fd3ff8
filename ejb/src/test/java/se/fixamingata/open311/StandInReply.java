package se.fixamingata.open311;

/**
 * How the stand-in answers.
 *
 * @param document null for no content
 * @param page for people, instead of a document; null for none
 */
record StandInReply(int status, StandInDocument document, String page, boolean hangsUp) {

    static StandInReply of(StandInDocument document) {
        return new StandInReply(200, document, null, false);
    }

    static StandInReply of(int status, StandInDocument document) {
        return new StandInReply(status, document, null, false);
    }

    static StandInReply page(int status) {
        return new StandInReply(status, null, "<html><body>Ett fel har inträffat</body></html>", false);
    }

    static StandInReply nothing() {
        return new StandInReply(200, null, null, false);
    }

    static StandInReply hangUp() {
        return new StandInReply(0, null, null, true);
    }
}
