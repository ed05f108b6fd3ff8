package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import se.fixamingata.apikey.ApiKeyFields;
import se.fixamingata.apikey.ReadyKeys;
import se.fixamingata.apikey.Scope;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;

/** Stockholm's system fetches its reports from our Open311 server, with a key that {@code demo.sh} prints. */
@Stateless
public class DemonstrationKey {

    /** Printed by {@code payara-config/demo.sh}. Worth nothing outside a demonstration. */
    static final String KEY = "fmg_demonstration-nyckel-Stockholm-arendesystem";

    private static final String STOCKHOLM = "0180";

    @Inject
    EntityManager em;

    @Inject
    ReadyKeys keys;

    @Inject
    Integrations integrations;

    @Inject
    Clock clock;

    /** For the container. */
    public DemonstrationKey() {}

    /** For tests. */
    DemonstrationKey(EntityManager em, ReadyKeys keys, Integrations integrations, Clock clock) {
        this.em = em;
        this.keys = keys;
        this.integrations = integrations;
        this.clock = clock;
    }

    /** Gives it, unless it was given before. Public because the container calls nothing else on a bean. */
    public void load() {
        keys.give(STOCKHOLM, new ApiKeyFields("Ärendesystemet", EnumSet.allOf(Scope.class), true), KEY);
        if (integrations.find(STOCKHOLM).isEmpty()) {
            em.persist(new Integration(STOCKHOLM, ChannelKind.PULL, clock.instant()));
        }
    }
}
