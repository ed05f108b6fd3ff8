package se.fixamingata.handling;

import java.util.List;
import se.fixamingata.handling.history.CaseEvent;

/** What came of a caseworker's change. Nothing was written unless it is done. */
public sealed interface HandlingResult {

    /**
     * It is done, or was so already.
     *
     * @param version of the report from now on
     * @param elsewhere after moving: code of the municipality in which the place lies now, when that is not the authority's own and
     *     handing over may be next; null otherwise
     */
    record Done(long reportId, int version, String elsewhere) implements HandlingResult {

        public Done(long reportId, int version) {
            this(reportId, version, null);
        }
    }

    /**
     * Somebody else was faster (P16).
     *
     * @param version of the report now: with that it can be tried again
     * @param since what has happened meanwhile, oldest first
     */
    record Conflict(int version, List<CaseEvent> since) implements HandlingResult {

        public Conflict {
            since = List.copyOf(since);
        }
    }

    /**
     * Something has to be mended first.
     *
     * @param field {@code status}, {@code text}, {@code photos}, {@code documents}, {@code expectedOn}, {@code assignee},
     *     {@code category}, {@code place}, {@code authority} or {@code main}
     * @param key key in the message bundles, without arguments: {@code report.status.illegal} or one that begins with
     *     {@code handling.}
     */
    record Invalid(String field, String key) implements HandlingResult {}
}
