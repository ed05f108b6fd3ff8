package se.fixamingata.incoming;

import jakarta.persistence.EntityManager;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.handling.CaseHandling;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integrations;

/** What takes in what authorities' systems say, as the container would wire it, on one entity manager. */
public final class IncomingScene {

    private IncomingScene() {}

    public static IncomingUpdates updates(EntityManager em, CaseHandling handling, TestClock clock) {
        IncomingUpdates incoming = new IncomingUpdates();
        incoming.em = em;
        incoming.log = new IncomingLog(em);
        incoming.handling = handling;
        incoming.remotePhotos = new RemotePhotos(em, new RecordedEvents<>(), clock);
        incoming.integrations = new Integrations(em, clock);
        incoming.faults = new Faults(em, clock);
        incoming.clock = clock;
        return incoming;
    }
}
