package se.fixamingata.open311.server;

import java.util.Optional;

/**
 * Which part of a long list a client wants: {@code page} from 1 (0 is the first one, too) and {@code page_size}.
 *
 * @param page from 1
 * @param size entries a page
 */
record Paging(int page, int size) {

    private static final int LAST_PAGE = 1_000_000;

    /** @throws Refusal when they are no numbers, or the page is larger than an answer */
    static Paging of(Arguments arguments) {
        int size = number(arguments, "page_size", RequestFilter.MOST, RequestFilter.MOST);
        int page = number(arguments, "page", 1, LAST_PAGE);
        return new Paging(Math.max(page, 1), size == 0 ? RequestFilter.MOST : size);
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
