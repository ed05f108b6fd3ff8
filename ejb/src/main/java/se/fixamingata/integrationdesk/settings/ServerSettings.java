package se.fixamingata.integrationdesk.settings;

import java.time.Instant;
import se.fixamingata.open311.client.Endpoint;

/**
 * An authority's server as its administrator sees it.
 *
 * @param form as it was typed, never with the key
 * @param keyKept whether there is a key
 * @param servicesAt when its services were last read; null for never
 */
public record ServerSettings(ServerForm form, boolean keyKept, Instant servicesAt) {

    /** As they are kept. */
    public static ServerSettings of(Endpoint kept) {
        return new ServerSettings(ServerForm.of(kept), kept.hasKey(), kept.servicesAt());
    }
}
