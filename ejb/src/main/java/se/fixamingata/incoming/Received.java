package se.fixamingata.incoming;

/**
 * What became of something that an authority's system said.
 *
 * @param updateId the words on the report's page; null when there are none
 * @param historyId the entry of the report's history, by which number our own server lists it; null when nothing was written
 */
public record Received(Kind kind, Long updateId, Long historyId) {

    public enum Kind {
        /** Words, status or both stand there as they were said. */
        APPLIED,
        /** The words stand there; the status was too old, impossible or one that we do not know. */
        WORDS_ONLY,
        /** It was there already, or there was nothing new in it. The numbers are those of the first time. */
        NOTHING,
        /** There is no such report. */
        UNKNOWN_REPORT,
        /** The report is somebody else's, by now perhaps. */
        FOREIGN
    }
}
