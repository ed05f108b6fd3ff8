package se.fixamingata.integrationdesk;

import java.time.Instant;

/**
 * An authority's server as its administrator sees it.
 *
 * @param form as it was typed, never with the key
 * @param keyKept whether there is a key
 * @param servicesAt when its services were last read; null for never
 */
public record ServerSettings(ServerForm form, boolean keyKept, Instant servicesAt) {}
