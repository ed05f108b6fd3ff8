package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemRatesTest {

    @Test
    void oneKeyMayCallSoOftenASecondAndAnotherIsNotHinderedByIt() {
        SystemRates rates = new SystemRates(true, 1, Optional.empty(), null);
        assertThat(rates.useKey(1)).isZero();
        assertThat(rates.useKey(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(rates.useKey(2)).isZero();
    }

    @Test
    void whereLimitsAreOffNobodyWaits() {
        SystemRates rates = new SystemRates(false, 1, Optional.empty(), null);
        for (int i = 0; i < 5; i++) {
            assertThat(rates.useKey(1)).isZero();
        }
    }
}
