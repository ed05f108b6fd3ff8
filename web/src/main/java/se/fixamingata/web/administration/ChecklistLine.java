package se.fixamingata.web.administration;

import se.fixamingata.joining.Checklist;
import se.fixamingata.joining.ChecklistStep;

/**
 * A point of the list.
 *
 * @param done whether it is done, by a tick or as the service sees it
 * @param ticked whether somebody has ticked it
 * @param link where it is done; empty for what is done elsewhere
 */
public record ChecklistLine(ChecklistStep step, boolean done, boolean ticked, String link) {

    /** @param slug of the authority, @param query of its desk's addresses */
    static ChecklistLine of(ChecklistStep step, Checklist list, String slug, String query) {
        return new ChecklistLine(
                step,
                list.isDone(step),
                list.ticked().contains(step),
                switch (step) {
                    case MAP, POSTCODES, STATISTICS -> "/kommun/" + slug;
                    case INTEGRATION -> "/handlaggning/integration?" + query;
                    case CATEGORIES, RECIPIENTS -> "/handlaggning/installningar/kategorier?" + query;
                    case STAFF -> "/handlaggning/personal/bjud-in?" + query;
                    case PILOT -> "/handlaggning/rapportera?" + query;
                    case LINK -> "";
                });
    }

    public String code() {
        return step.code();
    }

    /** Whether a tick can be given or taken away. */
    public boolean tickable() {
        return step.isTicked();
    }
}
