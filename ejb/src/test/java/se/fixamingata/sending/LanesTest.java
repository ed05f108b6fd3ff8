package se.fixamingata.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.TestClock;

/** One machine that is slow holds up nobody but itself. */
class LanesTest {

    private final TestClock clock = new TestClock();

    private Lanes lanes(int places) {
        return new Lanes(places, Duration.ofSeconds(2), clock);
    }

    @Test
    @DisplayName("A machine has one place, and there are no more than that many")
    void places() {
        Lanes lanes = lanes(2);
        assertThat(lanes.enter("a")).isTrue();
        assertThat(lanes.enter("a")).isFalse();
        assertThat(lanes.enter("b")).isTrue();
        assertThat(lanes.enter("c")).isFalse();
        lanes.leave("a");
        assertThat(lanes.enter("c")).isTrue();
    }

    @Test
    @DisplayName("Machines that are known to be slow never have more than half of the places")
    void slowOnes() {
        Lanes lanes = lanes(4);
        for (String slow : List.of("a", "b", "c")) {
            assertThat(lanes.enter(slow)).isTrue();
            lanes.took(slow, 2, Duration.ofSeconds(90));
            lanes.leave(slow);
        }
        assertThat(lanes.enter("a")).isTrue();
        assertThat(lanes.enter("b")).isTrue();
        assertThat(lanes.enter("c")).as("the third slow one").isFalse();
        assertThat(lanes.enter("d")).isTrue();
        assertThat(lanes.enter("e")).isTrue();
        lanes.leave("a");
        assertThat(lanes.enter("c")).isTrue();
    }

    @Test
    @DisplayName("Being passed over quickly does not make it quick; time does")
    void remembered() {
        Lanes lanes = lanes(2);
        for (String slow : List.of("a", "b")) {
            lanes.enter(slow);
            lanes.took(slow, 1, Duration.ofSeconds(90));
            lanes.took(slow, 10, Duration.ofMillis(10));
            lanes.leave(slow);
        }
        lanes.enter("a");
        assertThat(lanes.enter("b")).isFalse();
        clock.advance(Duration.ofMinutes(21));
        assertThat(lanes.enter("b")).isTrue();
    }

    /** Rows by lane; some lanes hang until they are let go. */
    private static final class Rows implements LaneRunner.Work {

        private final Map<String, Integer> rows = new HashMap<>();
        private final Set<String> hanging;
        private final CountDownLatch go = new CountDownLatch(1);
        private final CountDownLatch done;
        private final List<String> order = Collections.synchronizedList(new ArrayList<>());

        Rows(Set<String> hanging, int wanted) {
            this.hanging = hanging;
            this.done = new CountDownLatch(wanted);
        }

        @Override
        public synchronized List<String> due() {
            return rows.entrySet().stream()
                    .filter(one -> one.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        @Override
        public int work(String lane, String owner) {
            if (hanging.contains(lane)) {
                try {
                    go.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
            synchronized (this) {
                int left = rows.getOrDefault(lane, 0);
                if (left == 0) {
                    return 0;
                }
                rows.put(lane, left - 1);
            }
            order.add(lane);
            if (!hanging.contains(lane)) {
                done.countDown();
            }
            return 1;
        }
    }

    @Test
    @DisplayName("Two machines that hang keep no third one's rows waiting, however many there are")
    void twoSilentOnes() throws InterruptedException {
        Rows rows = new Rows(Set.of("a", "b"), 300);
        rows.rows.put("a", 50);
        rows.rows.put("b", 50);
        for (int i = 0; i < 10; i++) {
            rows.rows.put("quick-" + i, 30);
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            LaneRunner runner = new LaneRunner("test", threads, lanes(6), rows, clock);
            runner.nudge();
            assertThat(rows.done.await(20, TimeUnit.SECONDS))
                    .as("all of the quick ones")
                    .isTrue();
            assertThat(rows.order).doesNotContain("a", "b");
        } finally {
            rows.go.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("Who has waited longest comes first; nobody comes before everybody has had a turn")
    void fair() {
        Deque<Runnable> threads = new ArrayDeque<>();
        Rows rows = new Rows(Set.of(), 0);
        for (String lane : List.of("a", "b", "c", "d")) {
            rows.rows.put(lane, 4);
        }
        LaneRunner.Work oneATurn = new LaneRunner.Work() {
            @Override
            public List<String> due() {
                return rows.due();
            }

            @Override
            public int work(String lane, String owner) {
                // A turn is over after that.
                clock.advance(Duration.ofSeconds(11));
                return rows.work(lane, owner);
            }
        };
        new LaneRunner("test", threads::add, lanes(2), oneATurn, clock).nudge();
        while (!threads.isEmpty()) {
            threads.poll().run();
        }
        assertThat(rows.order).hasSize(16);
        for (int turn = 0; turn < 4; turn++) {
            assertThat(new LinkedHashSet<>(rows.order.subList(turn * 4, turn * 4 + 4)))
                    .containsExactlyInAnyOrder("a", "b", "c", "d");
        }
    }

    @Test
    @DisplayName("What breaks in one lane leaves its place, and costs no other lane")
    void broken() {
        Deque<Runnable> threads = new ArrayDeque<>();
        List<String> served = new ArrayList<>();
        LaneRunner runner = new LaneRunner(
                "test",
                threads::add,
                lanes(2),
                new LaneRunner.Work() {
                    @Override
                    public List<String> due() {
                        return List.of("a", "b", "c");
                    }

                    @Override
                    public int work(String lane, String owner) {
                        if (lane.equals("a")) {
                            throw new IllegalStateException("Database gone");
                        }
                        served.add(lane);
                        return 0;
                    }
                },
                clock);
        runner.nudge();
        int steps = 0;
        for (; !threads.isEmpty() && steps < 100; steps++) {
            threads.poll().run();
        }
        assertThat(served).contains("b", "c");
        assertThat(steps).as("not round and round").isLessThan(20);
    }
}
