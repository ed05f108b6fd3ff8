package se.fixamingata.open311.client.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.TestTransactions.Killed;

/** Words that may have arrived, servers that die or refuse, and the people who decide then (open311.md 6.2). */
class UpdateTroubleIT extends WordsScene {

    /** Section 6.2, POST time-out or 5xx. */
    @ParameterizedTest
    @EnumSource(
            value = StandInDay.class,
            names = {"FAILS_AFTER_STORING", "HANGS_UP_AFTER_STORING", "PAGE_AFTER_STORING"})
    void whatMayHaveArrivedIsLookedUpAndNotSentAgain(StandInDay day) {
        connected(UpdatesFrom.UPDATES);
        theirs.day(day);
        write("Det är mörkt.");
        work();
        assertThat(state()).isEqualTo("DUE");
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
        assertThat(scene.list("select action from integration_fault")).containsExactly("UPDATE");
    }

    /** Section 6.2, otherwise a person decides. */
    @Test
    void whatCannotBeLookedUpIsLeftToPeople() {
        connected(UpdatesFrom.REQUESTS);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        write("Det är mörkt.");
        work();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("PARKED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void nobodyWaitsForTheNextHourOnceTheirServerAnswers() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.sql("update update_delivery set attempts = 4, next_attempt_at = timestampadd(hour, 1, next_attempt_at)");
        scene.transactions.run(() -> waking.answersAgain(new ServerAnswersAgain("1780")));
        work();
        assertThat(state()).isEqualTo("DUE");
        scene.transactions.run(() -> waking.answersAgain(new ServerAnswersAgain(FORSHAGA)));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void whatCertainlyIsNotThereIsSentAgain() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.DOWN);
        write("Det är mörkt.");
        work();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(theirs.book().updates()).as("it may still be on its way").isEmpty();
        clock.advance(Duration.ofMinutes(5));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void whatIsRefusedIsParkedWithTheirReason() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.REFUSES);
        write("Det är mörkt.");
        work();
        assertThat(state()).isEqualTo("PARKED");
        assertThat((String) scene.list("select last_error from update_delivery").get(0))
                .contains("400")
                .contains("position is outside");
    }

    @Test
    void thatItIsThereAlreadyIsNoFailure() {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    400,
                    "text/xml",
                    "<errors><error><code>400</code><description>already exists</description></error></errors>");
            write("Det är mörkt.");
            work();
            assertThat(state()).isEqualTo("DELIVERED");
        }
    }

    @Test
    void aServerOfOursThatDiesAfterHandingOverSendsNothingTwice() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        // Lease, prepare, hand over, their name for it; then it dies.
        scene.transactions.killAfter(4);
        assertThatThrownBy(this::work).isInstanceOf(Killed.class);
        clock.advance(Lease.DURATION.plusMinutes(2));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void aServerOfOursThatDiesBeforeHandingOverTriesAgain() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.transactions.killAfter(2);
        assertThatThrownBy(this::work).isInstanceOf(Killed.class);
        clock.advance(Lease.DURATION.plusSeconds(1));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** Section 6.2, POST time-out or 5xx: whatever the step at which our server dies, the words arrive, and once. */
    @Test
    void aServerOfOursThatDiesAtAnyStepSendsNothingTwiceAndLosesNothing() {
        connected(UpdatesFrom.UPDATES);
        int written = 0;
        for (int step = 1; step <= 5; step++) {
            for (boolean before : new boolean[] {true, false}) {
                write("Ord nummer " + ++written + ".");
                if (before) {
                    scene.transactions.killBefore(step);
                } else {
                    scene.transactions.killAfter(step);
                }
                assertThatThrownBy(this::work).isInstanceOf(Killed.class);
                clock.advance(Lease.DURATION.plusSeconds(1));
                work();
                clock.advance(Duration.ofMinutes(2));
                work();
                clock.advance(Duration.ofMinutes(6));
                work();
            }
        }
        assertThat(scene.list("select distinct state from update_delivery")).containsExactly("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(written);
    }

    /** Section 6.2, POST time-out or 5xx: our own trouble after it has been handed over is no reason to send it again. */
    @Test
    void aDatabaseThatIsGoneWhenTheirNumberIsToBeKeptSendsNothingTwice() {
        connected(UpdatesFrom.REQUESTS);
        write("Det är mörkt.");
        // Lease, prepare, hand over; then their name for it.
        scene.transactions.databaseGone(4, 3);
        work();
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(theirs.book().updates()).hasSize(1);
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(scene.list("select remote_update_id from update_delivery"))
                .containsExactly(theirs.book().updates().get(0).id());
    }

    /** Section 6.2, errors with 200; redirects; 408 and 425: judged as for reports. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <errors><error><code>500</code><description>CRM</description></error></errors> | DUE",
                "200 | <errors><error><code>400</code><description>No</description></error></errors> | PARKED",
                "408 | <error>slow</error> | DUE",
                "425 | <error>early</error> | DUE",
                "429 | <error>many</error> | DUE",
                "301 | <a/> | DUE",
                "303 | <a/> | DUE",
                "403 | <error>key</error> | PARKED",
            })
    void whatTheirAnswerMeans(int status, String body, String state) {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says("/servicerequestupdates.xml", status, "text/xml", body);
            write("Det är mörkt.");
            work();
            assertThat(state()).isEqualTo(state);
        }
    }

    private boolean rescued(boolean again) {
        long id = ((Number) scene.list("select id from update_delivery").get(0)).longValue();
        UpdateRescue rescue = new UpdateRescue(scene.em, due, clock);
        return scene.transactions.call(() -> again ? rescue.sendAgain(id) : rescue.handled(id));
    }

    @Test
    void whatWasRefusedIsSentAgainByPeopleOrMarkedAsHandled() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.REFUSES);
        write("Det är mörkt.");
        work();
        assertThat(rescued(true)).isTrue();
        assertThat(state()).isEqualTo("DUE");
        work();
        assertThat(state()).isEqualTo("PARKED");
        theirs.day(StandInDay.NORMAL);
        rescued(true);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(rescued(true)).as("what has arrived").isFalse();
        assertThat(rescued(false)).as("what has arrived").isFalse();
        scene.sql("update update_delivery set state = 'PARKED'");
        assertThat(rescued(false)).isTrue();
        assertThat(state()).isEqualTo("HANDLED");
        work();
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** Section 6.2, otherwise a person decides: but what has arrived after all is found first, and not sent again. */
    @Test
    void whatPeopleSendAgainIsLookedUpFirst() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        write("Det är mörkt.");
        work();
        scene.sql("update update_delivery set state = 'PARKED'");
        theirs.day(StandInDay.NORMAL);
        rescued(true);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** Section 6.2, otherwise a person decides: that person's word sends it where nothing can be looked up. */
    @Test
    void whatCannotBeLookedUpIsSentByThePersonWhoDecides() {
        connected(UpdatesFrom.REQUESTS);
        theirs.day(StandInDay.DOWN);
        write("Det är mörkt.");
        work();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("PARKED");
        rescued(true);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** A silent server is left alone: words wait as reports do. */
    @Test
    void aServerThatDoesNotAnswerIsLeftAlone() {
        connected(UpdatesFrom.UPDATES);
        theirs.close();
        write("Ett.");
        write("Två.");
        work();
        assertThat(scene.list("select last_error from update_delivery order by id")
                        .get(1))
                .asString()
                .contains("Not called");
        assertThat(scene.list("select attempts from update_delivery order by id"))
                .as("what was not tried counts for nothing")
                .extracting(number -> ((Number) number).intValue())
                .containsExactly(1, 0);
    }
}
