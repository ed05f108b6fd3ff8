package se.fixamingata.web.report;

import java.util.List;
import se.fixamingata.report.PhotoView;

/**
 * What belongs to the words of a line.
 *
 * @param id of the update
 * @param hidden whether a moderator has hidden them
 * @param edited whether a moderator has changed them
 * @param passedOn whether the authority gets them by mail too, in words; null when that goes without saying
 */
public record StoryWords(
        long id,
        boolean hidden,
        boolean edited,
        String passedOn,
        List<PhotoView> photos,
        List<StoryDocument> documents) {}
