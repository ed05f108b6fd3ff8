package se.fixamingata.sending;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.fixamingata.shared.BackgroundThreads;

/**
 * Works off what goes to the authorities' own servers, away from the mails: a server that hangs for a minute and a half must keep
 * nobody's letter waiting, nor another server's reports. Nudged after each commit that made something due, and by {@link SendingTimer}.
 */
@ApplicationScoped
public class LaneWorker {

    /** Per report. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    @Inject
    BackgroundThreads container;

    @Inject
    @Any
    Instance<LaneQueue> queues;

    @Inject
    ShortTransaction transaction;

    @Inject
    SendingSettings settings;

    @Inject
    Clock clock;

    private LaneRunner runner;

    /** For the container. */
    public LaneWorker() {}

    @PostConstruct
    void prepare() {
        runner = new LaneRunner(
                "servers",
                container,
                new Lanes(settings.servers(), SLOW, clock),
                new Queues(queues, transaction, settings.batch()),
                clock);
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) SendingDue due) {
        nudge();
    }

    /** Has the lanes worked off soon; returns at once. */
    public void nudge() {
        if (settings.isEnabled()) {
            runner.nudge();
        }
    }

    /** All that goes to one server, one queue after the other. */
    record Queues(Iterable<LaneQueue> queues, ShortTransaction transaction, int batch) implements LaneRunner.Work {

        /** A lane's batch is smaller: it is what may be under way when a server becomes slow. */
        private static final int SHARE = 5;

        /** In a transaction: without one, threads of the container share what they read with, and close it for each other. */
        @Override
        public List<String> due() {
            return transaction.call(() -> {
                Set<String> due = new LinkedHashSet<>();
                queues.forEach(queue -> due.addAll(queue.dueLanes()));
                return List.copyOf(due);
            });
        }

        @Override
        public int work(String lane, String owner) {
            int done = 0;
            for (LaneQueue queue : queues) {
                done += queue.workOff(lane, owner, Math.max(1, batch / SHARE));
            }
            return done;
        }
    }
}
