package se.fixamingata.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the queues, for the metrics and the operator. */
@ApplicationScoped
public class SendingFigures {

    /** The name of the queue of mails to authorities. */
    public static final String DELIVERIES = "deliveries";
    /** The name of the queue of mails to people. */
    public static final String NOTIFICATIONS = "notifications";
    /** The name of the queue of residents' words to authorities' servers. */
    public static final String UPDATES = "updates";
    /** The name of the queue of receipts that are to become numbers. */
    public static final String TOKENS = "tokens";

    @Inject
    @Any
    Instance<QueueFigures> queues;

    @Inject
    Clock clock;

    /** How many rows stand in each state, by queue and then by the state's name in lower case. One query a queue. */
    public Map<String, Map<String, Long>> byQueueAndState() {
        Map<String, Map<String, Long>> figures = new TreeMap<>();
        queues.forEach(queue -> figures.put(queue.name(), queue.countByState()));
        return figures;
    }

    /** For how long the oldest due row of each queue has been waiting, zero when none is due. */
    public Map<String, Duration> longestWait() {
        Map<String, Duration> waits = new TreeMap<>();
        queues.forEach(queue -> waits.put(
                queue.name(),
                queue.oldestDue()
                        .map(due -> Duration.between(due, clock.instant()))
                        .filter(wait -> !wait.isNegative())
                        .orElse(Duration.ZERO)));
        return waits;
    }
}
