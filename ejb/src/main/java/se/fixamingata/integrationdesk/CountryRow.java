package se.fixamingata.integrationdesk;

import java.time.Instant;
import se.fixamingata.integration.ChannelKind;

/**
 * An authority in the operator's list.
 *
 * @param pausedAt null while it is open
 * @param alarmedAt null while there is no alarm
 * @param alarmHours after which something that waits is an alarm; 0 for never
 * @param lastSent when a report last arrived there; null for never
 * @param lastReceived when something last came from there; null for never
 * @param stuck reports that were given up or came back, and residents' words that were given up
 * @param waiting every other report that has not arrived
 * @param oldest since when the report that has waited longest does; null for none
 * @param faults what went wrong and nobody has seen to
 * @param lastFault when the latest of them happened; null for none
 * @param silences how often in a row asking their server has failed
 * @param homeless those of the waiting ones that wait for an address, or for a service of their system's
 */
public record CountryRow(
        String authorityCode,
        String slug,
        String name,
        ChannelKind channel,
        Instant pausedAt,
        Instant alarmedAt,
        int alarmHours,
        Instant lastSent,
        Instant lastReceived,
        long stuck,
        long waiting,
        Instant oldest,
        long faults,
        Instant lastFault,
        long silences,
        long homeless) {}
