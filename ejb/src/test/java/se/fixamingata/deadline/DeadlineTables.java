package se.fixamingata.deadline;

import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.shared.OneAtATime;

/** A table of deadlines outside the container, for tests of other packages. */
public final class DeadlineTables {

    private DeadlineTables() {}

    /** With the standard days of {@link TestDeadlines}. */
    public static DeadlineTable of(HandlingScene scene, CategoryCatalogue catalogue) {
        return new DeadlineTable(
                scene.em,
                new DeadlineRules(scene.em, TestDeadlines.STANDARD),
                catalogue,
                new OneAtATime(scene.em),
                new AuditTrail(scene.em, scene.clock));
    }
}
