package se.fixamingata.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SendingWorkerTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> owners = new ArrayList<>();

    private SendingWorker worker(boolean enabled, SendingQueue... queues) {
        return new SendingWorker(threads::add, List.of(queues), new SendingSettings(enabled, 2, 25));
    }

    private SendingQueue queue(IntSupplier rows) {
        return new SendingQueue() {
            @Override
            public String name() {
                return "rows";
            }

            @Override
            public int workOff(String owner, int most) {
                owners.add(owner);
                return rows.getAsInt();
            }

            @Override
            public Map<String, Long> countByState() {
                return Map.of();
            }

            @Override
            public Optional<Instant> oldestDue() {
                return Optional.empty();
            }
        };
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.poll().run();
        }
    }

    @Test
    @DisplayName("A nudge returns at once, and the queue is worked off until nothing is due")
    void drains() {
        Deque<Integer> due = new ArrayDeque<>(List.of(25, 25, 3, 0));
        SendingWorker worker = worker(true, queue(due::poll));
        worker.nudge();
        assertThat(owners).isEmpty();
        runAll();

        assertThat(due).isEmpty();
        assertThat(owners).hasSize(4);
    }

    @Test
    @DisplayName("A thousand nudges while two rounds run start nothing more, and one more look follows")
    void coalesces() {
        SendingWorker worker = worker(true, queue(() -> 0));
        for (int i = 0; i < 1000; i++) {
            worker.nudge();
        }
        assertThat(threads).hasSize(2);
        runAll();

        assertThat(owners).hasSize(2);
    }

    @Test
    @DisplayName("A nudge that comes while a round looks for the last time is not lost")
    void noLostNudge() {
        List<SendingWorker> self = new ArrayList<>();
        Deque<Integer> due = new ArrayDeque<>(List.of(0, 1, 0));
        SendingWorker worker = worker(true, queue(() -> {
            int rows = due.poll();
            if (due.size() == 2) {
                self.get(0).nudge();
                threads.clear();
            }
            return rows;
        }));
        self.add(worker);
        worker.nudge();
        runAll();

        assertThat(due).isEmpty();
    }

    @Test
    @DisplayName("Every round has a name of its own, so that a run-out lease of the same server is somebody else's")
    void owners() {
        SendingWorker worker = worker(true, queue(() -> 0));
        worker.nudge();
        runAll();
        worker.nudge();
        runAll();

        assertThat(new HashSet<>(owners)).hasSize(2);
        assertThat(owners).allSatisfy(owner -> assertThat(owner.length()).isLessThanOrEqualTo(80));
    }

    @Test
    @DisplayName("A queue that breaks does not keep the others waiting, nor the next round")
    void brokenQueue() {
        Deque<Integer> due = new ArrayDeque<>(List.of(0, 0));
        SendingWorker worker = worker(
                true,
                queue(() -> {
                    throw new IllegalStateException("Database gone");
                }),
                queue(due::poll));
        worker.nudge();
        runAll();
        worker.nudge();
        runAll();

        assertThat(due).isEmpty();
    }

    @Test
    @DisplayName("Switched off, nothing is sent")
    void disabled() {
        worker(false, queue(() -> 0)).nudge();

        assertThat(threads).isEmpty();
    }
}
