package se.fixamingata.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.notification.NotificationState;
import se.fixamingata.open311.client.RemoteState;
import se.fixamingata.open311.client.updates.UpdateDeliveryState;
import se.fixamingata.sending.SendingFigures;

/**
 * How many deliveries and mails stand in each state, and for how long the oldest due one has waited: an alarm on the latter tells of every
 * trouble with sending, whatever its cause.
 */
@ApplicationScoped
public class SendingMetrics {

    /** One look at the database serves all figures of one reading. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Inject
    MetricRegistry registry;

    @Inject
    SendingFigures sending;

    @Inject
    Clock clock;

    private Snapshot last = new Snapshot(Instant.MIN, Map.of(), Map.of());

    private record Snapshot(Instant at, Map<String, Map<String, Long>> rows, Map<String, Duration> waits) {}

    void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
        register(
                "fmg_deliveries",
                "Reports on their way to authorities, by state",
                SendingFigures.DELIVERIES,
                DeliveryState.values());
        register("fmg_mails", "Mails to people, by state", SendingFigures.NOTIFICATIONS, NotificationState.values());
        register(
                "fmg_updates",
                "Residents' words on their way to authorities' servers, by state",
                SendingFigures.UPDATES,
                UpdateDeliveryState.values());
        register(
                "fmg_tokens",
                "Reports on authorities' servers, by what they are called there",
                SendingFigures.TOKENS,
                RemoteState.values());
    }

    private void register(String name, String description, String queue, Enum<?>[] states) {
        Metadata rows =
                Metadata.builder().withName(name).withDescription(description).build();
        Arrays.stream(states)
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .forEach(state -> registry.gauge(rows, () -> count(queue, state), new Tag("state", state)));
        Metadata wait = Metadata.builder()
                .withName(name + "_longest_wait_seconds")
                .withDescription("For how long the oldest due row has waited")
                .build();
        registry.gauge(
                wait,
                () -> snapshot().waits().getOrDefault(queue, Duration.ZERO).toSeconds());
    }

    private long count(String queue, String state) {
        return snapshot().rows().getOrDefault(queue, Map.of()).getOrDefault(state, 0L);
    }

    private synchronized Snapshot snapshot() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(FRESH))) {
            last = new Snapshot(now, sending.byQueueAndState(), sending.longestWait());
        }
        return last;
    }
}
