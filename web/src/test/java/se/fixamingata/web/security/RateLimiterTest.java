package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final String CALLER = "203.0.113.5";

    @Test
    void overTheLimitItSaysHowLongToWait() {
        RateLimiter limiter = new RateLimiter(true, 2, 100, 100, 100, 100, 100, 100);
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isZero();
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isZero();
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(31));
    }

    @Test
    void oneCallerAndOneUseDoNotCountForAnother() {
        RateLimiter limiter = new RateLimiter(true, 1, 1, 1, 1, 1, 1, 1);
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isZero();
        assertThat(limiter.use(LimitedUse.REPORT, CALLER)).isZero();
        assertThat(limiter.use(LimitedUse.SEARCH, "203.0.113.6")).isZero();
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isPositive();
    }

    @Test
    void switchedOffItCountsNothing() {
        RateLimiter limiter = new RateLimiter(false, 1, 1, 1, 1, 1, 1, 1);
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isZero();
        assertThat(limiter.use(LimitedUse.SEARCH, CALLER)).isZero();
    }
}
