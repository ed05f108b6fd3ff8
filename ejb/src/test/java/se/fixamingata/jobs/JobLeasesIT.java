package se.fixamingata.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

class JobLeasesIT extends DatabaseTest {

    private static final Duration LEASE = Duration.ofMinutes(10);

    @Test
    void aHeldLeaseIsNobodyElses() {
        assertThat(acquire("one")).isTrue();
        assertThat(acquire("two")).isFalse();
        assertThat(acquire("one")).as("not even its holder's a second time").isFalse();
    }

    @Test
    void aLeaseThatRanOutIsTheNextOnes() {
        acquire("one");
        clock.advance(LEASE);
        assertThat(acquire("two")).isTrue();
        release("one");
        assertThat(acquire("one"))
                .as("a late release takes nothing from the new holder")
                .isFalse();
    }

    @Test
    void aReleasedLeaseIsFree() {
        acquire("one");
        release("one");
        assertThat(acquire("two")).isTrue();
    }

    @Test
    void ofManyAtOnceExactlyOneGetsIt() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<Boolean>) () -> acquire("server-" + number))
                    .toList();
            int winners = 0;
            for (Future<Boolean> call : servers.invokeAll(calls)) {
                winners += call.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            servers.shutdown();
        }
    }

    private boolean acquire(String server) {
        return committed(own -> new JobLeases(own, clock, server).acquire("job", LEASE));
    }

    private void release(String server) {
        commit(own -> new JobLeases(own, clock, server).release("job"));
    }
}
