package se.fixamingata.administration;

import java.util.List;
import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.deadline.DeadlineTable;
import se.fixamingata.deadline.DeadlineTables;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.joining.Standing;
import se.fixamingata.joining.Standings;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.shared.OneAtATime;

/** The use cases by which an authority's settings are changed, as the container puts them together. */
public final class AdministrationScene {

    private final HandlingScene scene;

    public AdministrationScene(HandlingScene scene) {
        this.scene = scene;
    }

    /** As before anybody set anything up. */
    public void empty(String authority) {
        List.of("authority_category", "private_category", "category_recipient", "authority_step")
                .forEach(table -> scene.sql("delete from " + table + " where authority_code = '" + authority + "'"));
    }

    public CategoryAdministration categories() {
        return new CategoryAdministration(
                scene.em,
                new CategoryStore(scene.em),
                new OneAtATime(scene.em),
                new AuditTrail(scene.em, scene.clock),
                new RecordedEvents<>(),
                new RecordedEvents<>(),
                scene.clock);
    }

    public DeadlineTable deadlines() {
        return DeadlineTables.of(scene, new CategoryCatalogue(new Categories(scene.em), scene.authorities));
    }

    public Standing standing() {
        return Standings.of(scene);
    }
}
