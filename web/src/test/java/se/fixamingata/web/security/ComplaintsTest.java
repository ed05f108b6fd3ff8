package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

    @Test
    void theFirstIsSaidAndThenHowManyThereWereOnceInAWhile() {
        Complaints complaints = new Complaints(Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-11-23T07:00:00Z");
        assertThat(complaints.count(now)).hasValue(1);
        for (int second = 0; second < 59; second++) {
            assertThat(complaints.count(now.plusSeconds(second))).isEmpty();
        }
        assertThat(complaints.count(now.plusSeconds(60))).hasValue(60);
        assertThat(complaints.count(now.plusSeconds(61))).isEmpty();
        assertThat(complaints.count(now.plusSeconds(500))).hasValue(2);
    }
}
