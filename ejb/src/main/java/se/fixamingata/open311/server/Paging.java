package se.fixamingata.open311.server;

import java.util.Optional;
import se.fixamingata.report.PublicReports;
import se.fixamingata.shared.PageMark;

/**
 * Which part of a long list a client wants: {@code page} from 1 (0 is the first one, too) and {@code page_size}; or what follows a
 * {@code cursor}, which neither repeats nor skips what comes and goes meanwhile.
 *
 * @param page from 1
 * @param size entries a page
 * @param after where the page before ended; null when pages are counted
 */
record Paging(int page, int size, PageMark after) {

    private static final int LAST_PAGE = 1_000_000;

    /** @throws Refusal when they are no numbers, the page is larger than an answer, or so far away that everything before it is read */
    static Paging of(Arguments arguments) {
        int size = number(arguments, "page_size", RequestFilter.MOST, RequestFilter.MOST);
        int page = number(arguments, "page", 1, LAST_PAGE);
        PageMark after = arguments
                .find("cursor")
                .map(text -> PageMark.parse(text)
                        .orElseThrow(() -> Refusal.bad("cursor must be one that a Link of ours has named")))
                .orElse(null);
        Paging paging = new Paging(after == null ? Math.max(page, 1) : 1, size == 0 ? RequestFilter.MOST : size, after);
        if (paging.offset() > PublicReports.FARTHEST) {
            throw Refusal.bad(
                    "page reaches " + PublicReports.FARTHEST
                            + " entries far at most: follow the Link header of each page, or end at end_date (updates: begin at start_date)");
        }
        return paging;
    }

    private static int number(Arguments arguments, String name, int without, int most) {
        Optional<String> text = arguments.find(name);
        if (text.isEmpty()) {
            return without;
        }
        if (!text.get().matches("\\d{1,9}") || Integer.parseInt(text.get()) > most) {
            throw Refusal.bad(name + " must be a whole number up to " + most);
        }
        return Integer.parseInt(text.get());
    }

    /** How many stand before it. */
    long offset() {
        return (long) (page - 1) * size;
    }

    /** What stands at the end of a query. */
    String sql() {
        return " limit " + size + " offset " + offset();
    }
}
