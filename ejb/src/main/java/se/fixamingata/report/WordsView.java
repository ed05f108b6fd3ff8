package se.fixamingata.report;

import java.util.List;

/**
 * What is known of an update besides its text.
 *
 * @param hidden whether a moderator has hidden it; then there are neither photos nor documents
 * @param looksFixed whether the writer found the fault mended
 * @param edited whether a moderator has changed it
 * @param photos in the writer's order
 */
public record WordsView(
        long id,
        boolean hidden,
        boolean looksFixed,
        boolean edited,
        List<PhotoView> photos,
        List<DocumentView> documents) {

    public WordsView {
        photos = List.copyOf(photos);
        documents = List.copyOf(documents);
    }
}
