package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.TestTransactions.Killed;

/** Servers that are away, that answer nonsense or lead elsewhere, and our own end in the middle (open311.md 6.2). */
class BadServersIT extends ChannelScene {

    @Test
    @DisplayName("The system is down for three days: tried with growing pauses, then everything arrives once")
    void downForThreeDays() {
        List<Report> reports = List.of(confirmed(), confirmed(), confirmed());
        int port = theirs.port();
        theirs.close();
        for (int hour = 0; hour < 72; hour++) {
            later(Duration.ofHours(1));
        }
        assertThat(reports).allSatisfy(report -> assertThat(state(report)).isEqualTo(DeliveryState.DUE));
        assertThat(outcomes(reports.get(0))).containsOnly(AttemptOutcome.TEMPORARY_FAILURE);
        assertThat(reasons()).containsOnly("unreachable").hasSizeLessThan(80);

        theirs = new StandIn(clock, port);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
        later(Duration.ofHours(1));

        assertThat(theirs.book().requests()).hasSize(3);
        assertThat(reports).allSatisfy(report -> assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED));
    }

    @Test
    @DisplayName(
            "503 from its doorkeeper for three days: nobody knows at first, so it is looked for before it is sent, and arrives once")
    void unavailableForThreeDays() {
        theirs.day(StandInDay.DOWN);
        Report report = confirmed();
        deliveries.round();
        for (int hour = 0; hour < 72; hour++) {
            later(Duration.ofHours(1));
        }
        assertThat(state(report)).isEqualTo(DeliveryState.DUE);
        assertThat(theirs.calls())
                .filteredOn(call -> call.method().equals("POST"))
                .hasSize(1);

        theirs.day(StandInDay.NORMAL);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "Section 6.2, time-outs: a server that does not answer is left alone for a while: the others' reports do not wait for it")
    void leftAlone() {
        use(Duration.ofMillis(300));
        theirs.day(StandInDay.DRIP);
        List<Report> reports = List.of(confirmed(), confirmed(), confirmed());
        deliveries.round();

        assertThat(theirs.calls()).hasSize(1);
        assertThat(outcomes(reports.get(0))).containsExactly(AttemptOutcome.UNKNOWN);
        assertThat(outcomes(reports.get(2))).as("was not tried").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES, REFUSED, refused",
        "ERROR_WITH_200, REFUSED, error",
        "PAGE, UNKNOWN, html",
        "BOMB, UNKNOWN, unreadable",
        "HUGE, UNKNOWN, large",
    })
    @DisplayName(
            "Section 6.2, errors with 200, HTML pages, 100 MB, bombs: bad answers: told apart, bounded, and kept for the desk without anybody's address")
    void badAnswers(StandInDay day, AttemptOutcome outcome, String reason) {
        theirs.day(day);
        Report report = confirmed();
        deliveries.round();

        assertThat(outcomes(report)).containsExactly(outcome);
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(String.valueOf(fault.answer())).doesNotContain("anna@example.com");
            assertThat(String.valueOf(fault.answer()).length()).isLessThanOrEqualTo(20_000);
        });
        assertThat(theirs.book().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "301, TEMPORARY_FAILURE",
        "302, UNKNOWN",
        "303, UNKNOWN",
        "307, TEMPORARY_FAILURE",
        "308, TEMPORARY_FAILURE"
    })
    @DisplayName(
            "Section 6.2, redirects: what is posted follows none; where it may have been taken it is looked for; the desk is told where it points")
    void redirect(int status, AttemptOutcome outcome) {
        StandIn inside = new StandIn(clock);
        theirs.redirectingTo(status, inside.url() + "/requests.xml?nyckel=hemlig");
        Report report = confirmed();
        deliveries.round();
        assertThat(inside.calls()).isEmpty();
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo("redirect");
            assertThat(fault.answer()).startsWith("Location: " + inside.url()).doesNotContain("hemlig");
        });
        assertThat(outcomes(report)).containsExactly(outcome);
        inside.close();

        theirs.day(StandInDay.NORMAL);
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(5));
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(theirs.book().requests()).hasSize(1);
    }

    private Endpoint endpoint() {
        return sending.transactions.call(() -> client.endpoints.find(FORSHAGA).orElseThrow());
    }

    @Test
    @DisplayName("Section 6.2, redirects: who asks follows, each step judged like the first, and not for ever")
    void askingFollows() {
        try (StandIn moved = new StandIn(clock)) {
            theirs.redirectingOnceTo(301, theirs.url() + "/services.xml?flyttad=1");
            WireAnswer answer = client.calls.get(endpoint(), "services", WireArguments.none());
            assertThat(answer.node().items("service")).isNotEmpty();
            assertThat(answer.request())
                    .isEqualTo(
                            "GET " + theirs.url() + "/services.xml\n301 → " + theirs.url() + "/services.xml?flyttad=1");

            theirs.redirectingTo(301, moved.url() + "/services.xml");
            assertThat(client.calls
                            .get(endpoint(), "services", WireArguments.none())
                            .reason())
                    .as("a neighbour inside, which others may call")
                    .isEqualTo("network");
            assertThat(moved.calls()).isEmpty();

            theirs.redirectingTo(302, "/open311/v2/services.xml");
            assertThat(client.calls
                            .get(endpoint(), "services", WireArguments.none())
                            .reason())
                    .as("round and round")
                    .isEqualTo("redirect");
            for (String inside :
                    List.of("http://10.1.2.3/x", "https://169.254.169.254/latest", "https://[::ffff:10.0.0.1]/")) {
                theirs.redirectingTo(307, inside);
                assertThat(client.calls
                                .get(endpoint(), "services", WireArguments.none())
                                .reason())
                        .as(inside)
                        .isEqualTo("network");
            }
            for (String none : List.of("ftp://127.0.0.1/x", "file:///etc/passwd", "http://a b/", "gopher:x")) {
                theirs.redirectingTo(307, none);
                assertThat(client.calls
                                .get(endpoint(), "services", WireArguments.none())
                                .reason())
                        .as(none)
                        .isEqualTo("address");
            }
            theirs.calls();
            theirs.redirectingOnceTo(302, theirs.url() + "/servicerequestupdates.xml");
            client.calls.getWithKey(endpoint(), "servicerequestupdates", WireArguments.none());
            List<StandIn.Call> calls = theirs.calls();
            assertThat(calls).hasSize(2);
            assertThat(calls.get(0).arguments()).containsKey("api_key");
            assertThat(calls.get(1).arguments())
                    .as("our key is not carried to where they point")
                    .doesNotContainKey("api_key");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/open311, network",
        "https://169.254.169.254/latest, network",
        "http://192.0.2.1/open311, network",
        "ftp://127.0.0.1/open311, address",
        "https://user@127.0.0.1/open311, address",
        "https://no such host/, address",
        "https://finns-inte.invalid/open311, name",
    })
    @DisplayName("An address of the inside network, or none at all, is never called")
    void neverCalled(String url, String reason) {
        sending.transactions.run(() -> sending.sql("update open311_endpoint set url = '" + url + "'"));
        Report report = confirmed();
        deliveries.round();

        assertThat(reasons()).containsExactly(reason);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);
    }

    @Test
    @DisplayName(
            "Section 6.2, self-signed: a certificate that nobody vouches for: nothing is said to it, and the desk knows why")
    void certificate() {
        try (StandIn impostor = StandIn.selfSigned(clock)) {
            sending.transactions.run(() -> sending.sql("update open311_endpoint set url = '" + impostor.url() + "'"));
            Report report = confirmed();
            deliveries.round();

            assertThat(impostor.calls()).isEmpty();
            assertThat(reasons()).containsExactly("certificate");
            assertThat(outcomes(report)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);
        }
    }

    @Test
    @DisplayName("Our server dies at any step of a delivery: each report arrives, none twice")
    void killedAnywhere() {
        List<Report> reports = new ArrayList<>();
        for (int step = 1; step <= 7; step++) {
            for (boolean before : new boolean[] {true, false}) {
                reports.add(confirmed());
                if (before) {
                    sending.transactions.killBefore(step);
                } else {
                    sending.transactions.killAfter(step);
                }
                assertThatThrownBy(deliveries::round).isInstanceOf(Killed.class);
                later(Duration.ofMinutes(6));
                later(Duration.ofMinutes(6));
                later(Duration.ofMinutes(6));
            }
        }
        assertThat(reports).allSatisfy(report -> assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED));
        assertThat(theirs.book().requests()).hasSize(reports.size());
        assertThat(new HashSet<>(theirs.book().requests().stream()
                        .map(one -> one.said("description"))
                        .toList()))
                .hasSize(reports.size());
    }

    @Test
    @DisplayName(
            "The database is gone when the number is to be kept: it is kept when it is back, and nothing is sent twice")
    void databaseGone() {
        Report report = confirmed();
        // Letters first; then lease, prepare, page, hand-over; then the number.
        sending.transactions.databaseGone(6, 3);
        deliveries.round();

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report)).isPresent();
    }
}
