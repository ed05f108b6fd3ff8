package se.fixamingata.moderation;

import java.util.List;

/**
 * A part of the queue.
 *
 * @param page from 0
 * @param more whether there is another one after it
 */
public record ModerationPage(List<ModerationItem> items, int page, boolean more) {

    public ModerationPage {
        items = List.copyOf(items);
    }
}
