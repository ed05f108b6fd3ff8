package se.fixamingata.inbox;

import java.util.List;

/**
 * All that an inbox shows: which reports, in which order, which page of them.
 *
 * @param descending the latest, the most urgent, the furthest first
 * @param page 0 is the first
 * @param size reports on a page, one of {@link #SIZES}
 */
public record InboxView(InboxCriteria criteria, InboxSort sort, boolean descending, int page, int size) {

    public static final List<Integer> SIZES = List.of(25, 50, 100);

    /** Up to here a total is exact and pages can be turned; so many, the newest that fit, are searched for words. */
    public static final int EXACT_UP_TO = 10_000;

    public InboxView {
        if (page < 0 || !SIZES.contains(size)) {
            throw new IllegalArgumentException("No such page: " + page + " of " + size);
        }
    }

    /** Newest first, the first page. */
    public static InboxView of(InboxCriteria criteria) {
        return new InboxView(criteria, InboxSort.CONFIRMED, true, 0, SIZES.get(0));
    }

    public InboxView sortedBy(InboxSort other, boolean otherDescending) {
        return new InboxView(criteria, other, otherDescending, page, size);
    }

    public InboxView onPage(int other, int otherSize) {
        return new InboxView(criteria, sort, descending, other, otherSize);
    }
}
