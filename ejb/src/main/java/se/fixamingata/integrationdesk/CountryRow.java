package se.fixamingata.integrationdesk;

import java.time.Instant;
import se.fixamingata.integration.ChannelKind;

/**
 * An authority in the operator's list.
 *
 * @param pausedAt null while it is open
 * @param alarmedAt null while there is no alarm
 * @param stuck given up or come back
 * @param waiting everything else that has not arrived
 * @param oldest since when the one that has waited longest does; null for none
 * @param faults what went wrong and nobody has seen to
 */
public record CountryRow(
        String authorityCode,
        String slug,
        String name,
        ChannelKind channel,
        Instant pausedAt,
        Instant alarmedAt,
        Instant lastSent,
        Instant lastReceived,
        long stuck,
        long waiting,
        Instant oldest,
        long faults) {}
