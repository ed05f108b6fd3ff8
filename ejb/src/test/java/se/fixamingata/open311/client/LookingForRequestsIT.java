package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInBook;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;

/** What may have arrived is looked for before it is sent once more (R25): wherever it may stand in their lists, and however they count. */
class LookingForRequestsIT extends ChannelScene {

    @ParameterizedTest
    @EnumSource(
            value = StandInDay.class,
            names = {"FAILS_AFTER_STORING", "HANGS_UP_AFTER_STORING", "PAGE_AFTER_STORING"})
    @DisplayName(
            "Section 6.2, POST time-out or 5xx, 500 after it was stored: stored, and then no proper answer: looked for, found, and not sent again")
    void unknownIsLookedFor(StandInDay day) {
        theirs.day(day);
        Report report = confirmed();
        deliveries.round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        theirs.day(StandInDay.NORMAL);
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).orElseThrow().serviceRequestId())
                .isEqualTo(theirs.book().requests().get(0).id());
        assertThat(deliveries.answers(report).get(1)).startsWith("Looked for and found");
    }

    @Test
    @DisplayName(
            "Section 6.2, POST time-out: looked for and not there: sent again; twice without an answer, a person decides, and that person's word sends it")
    void notFoundIsSentAgain() {
        theirs.day(StandInDay.DRIP);
        use(Duration.ofMillis(300));
        Report report = confirmed();
        deliveries.round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        theirs.day(StandInDay.NORMAL);
        use(Duration.ofSeconds(20));
        later(Duration.ofMinutes(1));
        assertThat(theirs.book().requests()).as("it may still be on its way").isEmpty();
        later(Duration.ofMinutes(5));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(outcomes(report))
                .containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.NOT_FOUND, AttemptOutcome.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true"})
    @DisplayName("Found as well where no dates are taken, and where our page is cut out of the description")
    void foundInOddPlaces(boolean dateless, boolean reworded) {
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        if (dateless) {
            theirs.dateless();
        }
        if (reworded) {
            StandInBook.Request kept = theirs.book().requests().get(0);
            kept.reword(kept.said("description").replaceAll("https?://\\S+", "").replaceAll("\\s+", " "));
        }
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Somebody else's request about the same thing beside it is not ours: sent again")
    void somebodyElses() {
        Report other = confirmed();
        deliveries.round();
        sending.transactions.run(() -> sending.sql("delete from remote_request"));
        theirs.book().requests().get(0).reword("Trasig lampa Den blinkar bara. Ring mig.");
        theirs.day(StandInDay.DRIP);
        use(Duration.ofMillis(300));
        Report report = confirmed();
        deliveries.round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        theirs.day(StandInDay.NORMAL);
        use(Duration.ofSeconds(20));
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(5));

        assertThat(theirs.book().requests()).hasSize(2);
        assertThat(state(other)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "blackbox"})
    @DisplayName(
            "Section 6.2, otherwise a person decides: where nothing can be found, not finding means nothing: somebody decides; what that person sends is sent once")
    void undecided(String type) {
        theirs.book().service("lampor", "Trasig lampa", type);
        sending.transactions.run(() -> sending.sql("update open311_service set type = '" + type + "'"));
        theirs.day(StandInDay.REDIRECT);
        theirs.day(StandInDay.HANGS_UP_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        // What they took is not in their list yet.
        StandIn other = new StandIn(clock);
        other.book().service("lampor", "Trasig lampa", type);
        sending.transactions.run(() -> sending.sql("update open311_endpoint set url = '" + other.url() + "'"));
        later(Duration.ofMinutes(1));
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        assertThat(other.book().requests()).isEmpty();
        assertThat(reasons()).contains("undecided");

        deliveries.sendAgain(report);
        deliveries.round();

        assertThat(other.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        other.close();
    }

    @Test
    @DisplayName(
            "Section 6.2, echo: two reports alike at one place: the one whose page is named is ours, never the number of the other")
    void alike() {
        Report first = confirmed();
        deliveries.round();
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report second = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(2);
        assertThat(remote(first).orElseThrow().serviceRequestId())
                .isNotEqualTo(remote(second).orElseThrow().serviceRequestId());
    }

    @ParameterizedTest
    @CsvSource({"20, false", "50, false", "100, true", "0, true"})
    @DisplayName(
            "Section 6.2, unknown outcome: found among many on the same day, however small their pages, with dates and without")
    void foundBehindThePagesEnd(int pageSize, boolean dateless) {
        theirs.pages(pageSize);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        for (int i = 0; i < 220; i++) {
            theirs.book()
                    .filed(
                            "lampor",
                            59.4 + i / 1000.0,
                            13.5,
                            "Någon annans",
                            clock.instant().minusSeconds(i * 30L));
            theirs.book()
                    .filed(
                            "lampor",
                            59.4 + i / 1000.0,
                            13.6,
                            "Någons",
                            clock.instant().plusSeconds(i * 30L));
        }
        if (dateless) {
            theirs.dateless();
        }
        later(Duration.ofHours(2));

        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
        assertThat(deliveries.answers(report).get(1)).startsWith("Looked for and found");
        assertThat(theirs.book().requests()).hasSize(441);
    }

    @Test
    @DisplayName(
            "Section 6.2, requests without service_request_id: found so, it is not sent, and looked for again until it has its number")
    void foundBeforeItHasANumber() {
        theirs.book().service("lampor", "Trasig lampa", "batch");
        sending.transactions.run(() -> sending.sql("update open311_service set type = 'batch'"));
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.DUE);
        assertThat(remote(report)).isEmpty();

        String number = theirs.book().number(theirs.book().requests().get(0));
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).orElseThrow().serviceRequestId()).isEqualTo(number);
        assertThat(theirs.book().requests()).hasSize(1);
    }

    @Test
    @DisplayName(
            "Section 6.2, unknown outcome: what could not be looked through to its end is somebody's to decide, and is not sent again")
    void tooManyToLookThrough() {
        theirs.pages(10);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        for (int i = 0; i < 40; i++) {
            theirs.book()
                    .filed("lampor", 59.4, 13.5, "Någon annans", clock.instant().plusSeconds(1));
        }
        later(Duration.ofMinutes(1));

        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        assertThat(reasons()).contains("undecided");
        assertThat(theirs.book().requests()).hasSize(41);
    }

    @ParameterizedTest
    @ValueSource(longs = {-7200, -3600, 3600, 7200})
    @DisplayName("Section 6.2, clocks differ: found though their clock keeps local time, and says that it is UTC")
    void foundThoughTheirClockIsWrong(long seconds) {
        theirs.book().clockIsOff(Duration.ofSeconds(seconds));
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        StandInBook.Request kept = theirs.book().requests().get(0);
        // By its words alone.
        kept.reword(kept.said("description").replaceAll("https?://\\S+", ""));
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("\"It is there already\" is no refusal: looked for, found, and its number kept")
    void thereAlready() {
        Report report = confirmed();
        deliveries.round();
        sending.transactions.run(() -> {
            sending.sql("delete from remote_request");
            sending.sql("update delivery set state = 'PARKED'");
        });
        theirs.refusingWith("base is a duplicate");
        deliveries.sendAgain(report);
        deliveries.round();
        assertThat(outcomes(report)).endsWith(AttemptOutcome.UNKNOWN);
        later(Duration.ofMinutes(1));

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).orElseThrow().serviceRequestId())
                .isEqualTo(theirs.book().requests().get(0).id());
    }
}
