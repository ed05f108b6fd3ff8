package se.fixamingata.joining;

import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.shared.OneAtATime;

/** An authority's start and way back outside the container, for tests of other packages. */
public final class Standings {

    private Standings() {}

    public static Standing of(HandlingScene scene) {
        AuditTrail audit = new AuditTrail(scene.em, scene.clock);
        return new Standing(
                scene.em,
                new Checklists(scene.em, audit, scene.clock),
                new OneAtATime(scene.em),
                audit,
                new RecordedEvents<>(),
                new RecordedEvents<>(),
                scene.clock);
    }
}
