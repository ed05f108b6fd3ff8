package se.fixamingata.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest(name = "after {0} failures: {1} minutes")
    @CsvSource({"1, 1", "2, 5", "3, 15", "4, 60", "5, 60", "6, 60", "100, 60"})
    void pauses(int attempts, long minutes) {
        assertThat(RetryPolicy.next(attempts, START, START)).contains(START.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    @DisplayName("A row that always fails at once is tried at exactly these moments, and then never again")
    void wholeLife() {
        List<Duration> tried = new ArrayList<>();
        Optional<Instant> next = Optional.of(START);
        while (next.isPresent()) {
            tried.add(Duration.between(START, next.get()));
            next = RetryPolicy.next(tried.size(), START, next.get());
        }

        assertThat(tried)
                .startsWith(
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(6),
                        Duration.ofMinutes(21),
                        Duration.ofMinutes(81),
                        Duration.ofMinutes(141));
        // 81 minutes, then every hour as long as it is not past the seventh day: 10,080 minutes.
        assertThat(tried).hasSize(5 + (10_080 - 81) / 60);
        assertThat(tried.get(tried.size() - 1)).isLessThanOrEqualTo(RetryPolicy.PATIENCE);
        assertThat(tried.get(tried.size() - 1)).isGreaterThan(RetryPolicy.PATIENCE.minusHours(1));
    }

    @Test
    @DisplayName("The last moment of the seventh day still counts, the next microsecond does not")
    void edge() {
        Instant hourBefore = START.plus(RetryPolicy.PATIENCE).minus(Duration.ofHours(1));

        assertThat(RetryPolicy.next(9, START, hourBefore)).contains(START.plus(RetryPolicy.PATIENCE));
        assertThat(RetryPolicy.next(9, START, hourBefore.plusNanos(1000))).isEmpty();
    }

    @Test
    @DisplayName("Without a failure there is nothing to retry")
    void nothingFailed() {
        assertThatThrownBy(() -> RetryPolicy.next(0, START, START)).isInstanceOf(IllegalArgumentException.class);
    }
}
