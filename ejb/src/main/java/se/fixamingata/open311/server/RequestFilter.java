package se.fixamingata.open311.server;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;

/**
 * Which requests a client wants.
 *
 * @param ids exactly these, whatever the rest says; null for whichever fit
 * @param categories only these; empty for all
 * @param statuses only these; empty for all
 * @param requested when they became public
 * @param updated when they changed last
 * @param box only there; null for everywhere
 * @param around only there; null for everywhere
 * @param words only with all of these in their texts; empty for any
 * @param paging which part of them
 */
record RequestFilter(
        List<Long> ids,
        Set<String> categories,
        Set<ReportStatus> statuses,
        Span requested,
        Span updated,
        BoundingBox box,
        Circle around,
        List<String> words,
        Paging paging) {

    /** As many as one answer holds. */
    static final int MOST = 1_000;

    public RequestFilter {
        ids = ids == null ? null : List.copyOf(ids);
        categories = Set.copyOf(categories);
        statuses = Set.copyOf(statuses);
        words = List.copyOf(words);
    }

    /**
     * A stretch of time.
     *
     * @param from the first moment in it; null for no beginning
     * @param before the first moment after it; null for no end
     */
    public record Span(Instant from, Instant before) {

        public static final Span ALWAYS = new Span(null, null);

        public boolean isLimited() {
            return from != null || before != null;
        }
    }

    /** Everything within so many metres of there. */
    public record Circle(Position middle, double metres) {}

    /** Exactly these, as many as one answer holds. */
    public static RequestFilter of(List<Long> ids) {
        return new RequestFilter(
                ids, Set.of(), Set.of(), Span.ALWAYS, Span.ALWAYS, null, null, List.of(), new Paging(1, MOST, null));
    }

    /** Whether it is about what has changed, and not about what is new. */
    public boolean followsChanges() {
        return updated.isLimited();
    }
}
