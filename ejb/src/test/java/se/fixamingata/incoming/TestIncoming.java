package se.fixamingata.incoming;

import jakarta.persistence.EntityManager;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integrations;

/** The one place for what authorities' systems say, as the container would wire it. */
public final class TestIncoming {

    private TestIncoming() {}

    public static IncomingUpdates of(EntityManager em, TestClock clock, HandlingScene scene) {
        IncomingUpdates made = new IncomingUpdates();
        made.em = em;
        made.log = new IncomingLog(em);
        made.handling = scene.handling;
        made.remotePhotos = new RemotePhotos(em, new RecordedEvents<>(), clock);
        made.integrations = new Integrations(em, clock);
        made.faults = new Faults(em, clock);
        made.clock = clock;
        return made;
    }
}
