package se.fixamingata.report;

import java.time.Instant;
import java.util.Set;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;

/**
 * What a list of public reports is to hold, and in which order. Starts at {@link #all()}; each {@code with} narrows a copy.
 *
 * @param box only what lies in it; null for the whole country
 * @param statuses only these; empty for all
 * @param categories only these category codes; empty for all
 * @param changedSince only what changed at or after it; null for any age
 * @param text words that must all occur in title, description or address, or a report's number as {@code #1234}; null for none. Longer
 *     than {@value #TEXT_MAX} characters is cut
 * @param municipalityCode only reports in that municipality; null for any
 * @param near from where {@link Sort#NEAREST} measures; null means the middle of the box
 * @param page 0 is the first
 * @param size reports on a page, 1 to {@value #SIZE_MAX}
 */
public record ReportCriteria(
        BoundingBox box,
        Set<ReportStatus> statuses,
        Set<String> categories,
        Instant changedSince,
        String text,
        String municipalityCode,
        Sort sort,
        Position near,
        int page,
        int size) {

    /** Most reports on one page. */
    public static final int SIZE_MAX = 50;

    /** Longest text that is searched for. */
    public static final int TEXT_MAX = 100;

    /** Deepest page: whoever wants more narrows the search. Keeps a robot from paging the database to death. */
    public static final int PAGE_MAX = 400;

    /** In which order. */
    public enum Sort {
        /** Confirmed last comes first. */
        NEWEST,
        /** Changed last comes first. */
        CHANGED,
        /** Nearest to {@link ReportCriteria#near()} comes first. */
        NEAREST
    }

    /** @throws IllegalArgumentException when page or size are out of range, or nearest has nothing to measure from */
    public ReportCriteria {
        statuses = Set.copyOf(statuses);
        categories = Set.copyOf(categories);
        if (page < 0 || page > PAGE_MAX || size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("No such page: " + page + " of " + size);
        }
        if (sort == Sort.NEAREST && near == null && box == null) {
            throw new IllegalArgumentException("Nearest to what?");
        }
        text = text == null || text.isBlank() ? null : text.strip();
        if (text != null && text.length() > TEXT_MAX) {
            text = text.substring(0, TEXT_MAX);
        }
    }

    /** Every public report, newest first, the first 20. */
    public static ReportCriteria all() {
        return new ReportCriteria(null, Set.of(), Set.of(), null, null, null, Sort.NEWEST, null, 0, 20);
    }

    public ReportCriteria withBox(BoundingBox other) {
        return new ReportCriteria(
                other, statuses, categories, changedSince, text, municipalityCode, sort, near, page, size);
    }

    public ReportCriteria withStatuses(Set<ReportStatus> others) {
        return new ReportCriteria(
                box, others, categories, changedSince, text, municipalityCode, sort, near, page, size);
    }

    public ReportCriteria withCategories(Set<String> others) {
        return new ReportCriteria(box, statuses, others, changedSince, text, municipalityCode, sort, near, page, size);
    }

    public ReportCriteria withChangedSince(Instant other) {
        return new ReportCriteria(box, statuses, categories, other, text, municipalityCode, sort, near, page, size);
    }

    public ReportCriteria withText(String other) {
        return new ReportCriteria(
                box, statuses, categories, changedSince, other, municipalityCode, sort, near, page, size);
    }

    public ReportCriteria withMunicipality(String code) {
        return new ReportCriteria(box, statuses, categories, changedSince, text, code, sort, near, page, size);
    }

    /** Newest or changed first. */
    public ReportCriteria sortedBy(Sort other) {
        return new ReportCriteria(
                box, statuses, categories, changedSince, text, municipalityCode, other, near, page, size);
    }

    /** Nearest to that position first. */
    public ReportCriteria nearestTo(Position position) {
        return new ReportCriteria(
                box, statuses, categories, changedSince, text, municipalityCode, Sort.NEAREST, position, page, size);
    }

    public ReportCriteria withPage(int number, int ofSize) {
        return new ReportCriteria(
                box, statuses, categories, changedSince, text, municipalityCode, sort, near, number, ofSize);
    }
}
