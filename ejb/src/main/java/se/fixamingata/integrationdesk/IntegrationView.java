package se.fixamingata.integrationdesk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integrationdesk.settings.WayForm;

/**
 * How an authority's connection stands.
 *
 * @param pausedAt null while it is open
 * @param alarmedAt null while there is no alarm
 * @param way the settings, as its form starts
 * @param lastSent when something last went through; null for never
 * @param lastReceived when something last came from them; null for never
 * @param server their server; null when none is registered
 * @param queue what has not arrived, by state; only states in which there is anything
 * @param updatesWaiting residents' words on their way to their server, or waiting to be
 * @param updatesStuck those that were given up
 */
public record IntegrationView(
        String authorityCode,
        ChannelKind channel,
        Instant pausedAt,
        Instant alarmedAt,
        WayForm way,
        Instant lastSent,
        Instant lastReceived,
        ServerView server,
        List<StateCount> queue,
        long updatesWaiting,
        long updatesStuck) {

    private static final Set<DeliveryState> STUCK = Set.of(DeliveryState.PARKED, DeliveryState.BOUNCED);

    /**
     * Their server, in short.
     *
     * @param heardAt when asking it last went well; null for never
     * @param silences how often in a row asking has failed
     * @param services how many services are known
     * @param mapped how many of our categories have one
     */
    public record ServerView(String url, Instant heardAt, int silences, long services, long mapped) {}

    public IntegrationView {
        queue = List.copyOf(queue);
    }

    /** Everything that has not arrived. */
    public long waiting() {
        return queue.stream().mapToLong(StateCount::count).sum();
    }

    /** What will not arrive by itself: given up, or come back. */
    public long stuck() {
        return queue.stream()
                .filter(one -> STUCK.contains(one.state()))
                .mapToLong(StateCount::count)
                .sum();
    }

    /** Whether there is anything to send again, or to ask again. */
    public boolean canTryAgain() {
        boolean due = queue.stream().anyMatch(one -> one.state() == DeliveryState.DUE);
        return stuck() > 0 || due || server != null && channel == ChannelKind.OPEN311 && server.silences() > 0;
    }
}
