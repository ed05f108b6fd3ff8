package se.fixamingata.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;

/**
 * Deliveries of one round, each through its channel; a channel is opened at its first. For one thread. At the end it is told to which
 * authorities something went through.
 */
class DeliveryRound implements AutoCloseable {

    private final Iterable<DeliveryChannel> channels;
    private final Consumer<String> wentThrough;
    private final Map<ChannelKind, DeliveryChannel.Round> open = new EnumMap<>(ChannelKind.class);
    private final Set<String> reached = new TreeSet<>();

    DeliveryRound(Iterable<DeliveryChannel> channels, Consumer<String> wentThrough) {
        this.channels = channels;
        this.wentThrough = wentThrough;
    }

    AttemptResult deliver(DeliveryTask task, HandOver handOver) {
        AttemptResult result = open.computeIfAbsent(task.channel(), this::open).deliver(task, handOver);
        if (result.outcome() == AttemptOutcome.ACCEPTED) {
            reached.add(task.facts().authority().code());
        }
        return result;
    }

    private DeliveryChannel.Round open(ChannelKind kind) {
        return StreamSupport.stream(channels.spliterator(), false)
                .filter(channel -> channel.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No channel " + kind))
                .open();
    }

    @Override
    public void close() {
        open.values().forEach(DeliveryChannel.Round::close);
        reached.forEach(wentThrough);
    }
}
