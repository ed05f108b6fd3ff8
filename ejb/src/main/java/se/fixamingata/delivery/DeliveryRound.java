package se.fixamingata.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;

/** Deliveries of one round, each through its channel; a channel is opened at its first. For one thread. */
class DeliveryRound implements AutoCloseable {

    private final Iterable<DeliveryChannel> channels;
    private final Map<ChannelKind, DeliveryChannel.Round> open = new EnumMap<>(ChannelKind.class);

    DeliveryRound(Iterable<DeliveryChannel> channels) {
        this.channels = channels;
    }

    AttemptResult deliver(DeliveryTask task, HandOver handOver) {
        return open.computeIfAbsent(task.channel(), this::open).deliver(task, handOver);
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
    }
}
