package se.fixamingata.inbox;

import java.util.List;
import java.util.Objects;

/**
 * One page of an inbox.
 *
 * @param total how many there are on all pages, at most {@link InboxView#EXACT_UP_TO}
 * @param totalIsExact false when there are more than {@code total}; with a text: when only the newest were searched
 * @param page 0 is the first; the last one there is when a later one was asked for
 */
public record InboxPage(List<InboxRow> rows, long total, boolean totalIsExact, int page, int size) {

    public InboxPage {
        rows = List.copyOf(rows);
    }

    /** The same as long as nothing that the page shows is different. */
    public String fingerprint() {
        return Integer.toHexString(Objects.hash(rows, total, totalIsExact, page, size));
    }
}
