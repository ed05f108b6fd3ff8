package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.open311.client.WireAnswer.Heard;
import se.fixamingata.open311.wire.WireFault;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.open311.wire.WireNode;
import se.fixamingata.open311.wire.WireReader;
import se.fixamingata.sending.AttemptOutcome;

/** What answers mean: only what certainly was not taken is tried again without looking. */
class VerdictTest {

    private static WireNode node(String text) throws WireFault {
        return WireReader.read(text.getBytes(StandardCharsets.UTF_8), "", WireFormat.XML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_SENT | 0 | unreachable | <a/> | TEMPORARY_FAILURE",
                "NOT_SENT | 0 | busy | <a/> | TEMPORARY_FAILURE",
                "UNKNOWN | 0 | slow | <a/> | UNKNOWN",
                "UNKNOWN | 0 | unreachable | <a/> | UNKNOWN",
                "ANSWERED | 200 | '' | <service_requests/> | ACCEPTED",
                "ANSWERED | 201 | '' | <a/> | ACCEPTED",
                "ANSWERED | 301 | redirect | <a/> | TEMPORARY_FAILURE",
                "ANSWERED | 302 | redirect | <a/> | UNKNOWN",
                "ANSWERED | 303 | redirect | <a/> | UNKNOWN",
                "ANSWERED | 307 | redirect | <a/> | TEMPORARY_FAILURE",
                "ANSWERED | 400 | refused | <error>position</error> | REFUSED",
                "ANSWERED | 403 | refused | <a/> | REFUSED",
                "ANSWERED | 404 | refused | <a/> | REFUSED",
                "ANSWERED | 408 | refused | <a/> | TEMPORARY_FAILURE",
                "ANSWERED | 429 | refused | <a/> | TEMPORARY_FAILURE",
                "ANSWERED | 400 | refused | <error>base is a duplicate</error> | UNKNOWN",
                "ANSWERED | 400 | refused | <error>Already exists</error> | UNKNOWN",
                "ANSWERED | 500 | unavailable | <a/> | UNKNOWN",
                "ANSWERED | 503 | unavailable | <a/> | UNKNOWN",
                "ANSWERED | 200 | html | <a/> | UNKNOWN",
                "ANSWERED | 200 | unreadable | <a/> | UNKNOWN",
                "ANSWERED | 200 | error | <errors><error><code>400</code><description>No</description></error></errors> | REFUSED",
                "ANSWERED | 200 | error | <errors><error><code>500</code><description>CRM</description></error></errors> | UNKNOWN",
                "ANSWERED | 200 | error | <error>No</error> | REFUSED",
            })
    void outcome(Heard heard, int status, String reason, String body, AttemptOutcome outcome) throws WireFault {
        WireAnswer answer = new WireAnswer(heard, status, node(body), reason, "POST x", body);
        assertThat(Verdict.of(answer)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<service_requests><request><service_request_id>0017</service_request_id></request></service_requests> | 0017 | ''",
                "<service_requests><request><token>t 1</token><service_request_id/></request></service_requests> | '' | t 1",
                "<service_requests><request><token>t</token><service_request_id>9</service_request_id></request></service_requests> | 9 | t",
                "[{\"service_request_id\":638344}] | 638344 | ''",
                "{\"token\":12345} | '' | 12345",
                "<service_requests><request><service_notice>Tack</service_notice></request></service_requests> | '' | ''",
                "{\"status\":\"ok\"} | '' | ''",
            })
    @DisplayName("Number, token or nothing; a batch service may give a number, too")
    void names(String body, String number, String token) throws WireFault {
        assertThat(RemoteName.of(node(body))).isEqualTo(new RemoteName(number, token));
    }

    @Test
    @DisplayName("A number or token too long to be kept whole is none")
    void tooLong() throws WireFault {
        assertThat(RemoteName.of(node(
                        "{\"service_request_id\":\"" + "9".repeat(121) + "\",\"token\":\"" + "t".repeat(201) + "\"}")))
                .isEqualTo(RemoteName.NONE);
    }

    @Test
    @DisplayName("Tokens: a minute at first, half a day in the end, a month in all")
    void pauses() {
        Instant since = Instant.parse("2026-03-28T20:00:00Z");
        Instant now = since;
        int polls = 0;
        while (TokenPauses.next(++polls, since, now).isPresent()) {
            Instant next = TokenPauses.next(polls, since, now).orElseThrow();
            assertThat(Duration.between(now, next)).isBetween(Duration.ofMinutes(1), Duration.ofHours(12));
            now = next;
        }
        assertThat(Duration.between(since, now)).isBetween(Duration.ofDays(29), Duration.ofDays(30));
        assertThat(polls).isBetween(60, 70);
    }
}
