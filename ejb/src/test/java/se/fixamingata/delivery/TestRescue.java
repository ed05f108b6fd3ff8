package se.fixamingata.delivery;

import jakarta.persistence.EntityManager;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.municipality.Authorities;

/** What people and returning letters do to deliveries, as the container would wire it. */
public final class TestRescue {

    private TestRescue() {}

    public static DeliveryRescue of(EntityManager em, TestClock clock) {
        DeliveryRescue rescue =
                new DeliveryRescue(new Addressing(em, new Authorities(em)), new RecordedEvents<>(), clock);
        rescue.em = em;
        return rescue;
    }
}
