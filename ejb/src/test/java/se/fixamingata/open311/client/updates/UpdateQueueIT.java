package se.fixamingata.open311.client.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.OutcomeKeeper;

/** Residents' words get to the authority's own server: once, whatever happens on the way (R23, R25; open311.md, 3.1 and 6.2). */
class UpdateQueueIT extends WordsScene {

    @Test
    void theWordsArriveWithTheWriterAndTheStatusAndAreCalledWhatTheySay() {
        connected(UpdatesFrom.UPDATES);
        assertThat(write("Det är fortfarande mörkt.\nPå hela gatan & torget.")).isTrue();
        work();

        assertThat(state()).isEqualTo("DELIVERED");
        StandIn.Call call = theirs.calls().stream()
                .filter(one -> "POST".equals(one.method()))
                .findFirst()
                .orElseThrow();
        assertThat(call.path()).endsWith("/servicerequestupdates.xml");
        assertThat(call.arguments())
                .containsEntry("service_request_id", List.of(number))
                .containsEntry("description", List.of("Det är fortfarande mörkt.\nPå hela gatan & torget."))
                .containsEntry("status", List.of("OPEN"))
                .containsEntry("first_name", List.of("Bo von"))
                .containsEntry("last_name", List.of("Berg"))
                .containsEntry("email", List.of("bo@example.org"))
                .containsEntry("public_anonymity_required", List.of("TRUE"))
                .containsEntry("updated_datetime", List.of("2026-11-23T08:00:00Z"));
        assertThat(scene.list("select remote_update_id from update_delivery"))
                .containsExactly(theirs.book().updates().get(0).id());
        assertThat(due.fired()).isNotEmpty();
        work();
        assertThat(posts()).isZero();
    }

    /** Section 6.2, echo: matched on the update_id they answered. */
    @Test
    void whatWeSentIsKnownAgainWhenItComesBack() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        work();
        SentUpdates sent = new SentUpdates(scene.em, clock);
        String id = theirs.book().updates().get(0).id();
        assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id(), id, "Omskrivet")))
                .isTrue();
        assertThat(scene.transactions.<Boolean>call(
                        () -> sent.isOurs(FORSHAGA, report.id(), "x", "Det  är\r\nmörkt. ")))
                .isTrue();
        assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id(), "x", "Vi lagar.")))
                .isFalse();
        assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id() + 1, id, "")))
                .isFalse();
    }

    /** Section 6.2, no words before service_request_id. */
    @Test
    void wordsWaitForTheNumber() {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        scene.known(report, "TOKEN", null);
        assertThat(write("Det är mörkt.")).isTrue();
        assertThat(state()).isEqualTo("WAITING_FOR_NUMBER");
        assertThat(scene.transactions.<Integer>call(waking::wake)).isZero();
        scene.sql("update remote_request set state = 'NUMBERED', service_request_id = '17'");
        assertThat(scene.transactions.<Integer>call(waking::wake)).isEqualTo(1);
        assertThat(state()).isEqualTo("DUE");
    }

    @Test
    void wordsThatCanNeverGoThereGoAsALetter() {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        scene.known(report, "TOKEN", null);
        write("Det är mörkt.");
        scene.sql("update history_entry set update_id = (select max(id) from report_update) where kind = 'COMMENT'");
        scene.sql("update remote_request set state = 'BLIND'");
        scene.transactions.call(waking::wake);
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(scene.list("select kind from notification")).containsExactly("UPDATE_TO_AUTHORITY");
        assertThat(write("Till.")).as("from now on at once").isFalse();
    }

    @Test
    void whileTheWayIsClosedWordsWait() {
        connected(UpdatesFrom.UPDATES);
        scene.sql("update integration set paused_at = now(6)");
        write("Det är mörkt.");
        work();
        assertThat(state()).isEqualTo("PAUSED");
        assertThat(posts()).isZero();
        scene.sql("update integration set paused_at = null");
        scene.transactions.call(waking::wake);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "update open311_endpoint set sends_updates = false",
        "update integration set channel = 'MAIL'",
        "update delivery set state = 'DUE'; delete from remote_request",
        // They have posted it themselves.
        "delete from remote_request",
        "update delivery set channel = 'MAIL'; delete from remote_request"
    })
    void onlyWhoTakesThemThereGetsThemThere(String statements) {
        connected(UpdatesFrom.UPDATES);
        for (String statement : statements.split(";")) {
            scene.sql(statement);
        }
        boolean waits = statements.contains("'DUE'");
        assertThat(write("Det är mörkt.")).isEqualTo(waits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HANDLED", "STOPPED", "NOT_ACCEPTED"})
    void wordsDoNotWaitForANumberThatNobodyIsToGive(String delivery) {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        scene.known(report, "TOKEN", null);
        scene.sql("delete from remote_request");
        scene.sql("update delivery set state = 'PARKED'");
        assertThat(write("Det är mörkt.")).isTrue();
        assertThat(state()).isEqualTo("WAITING_FOR_NUMBER");
        scene.sql("update history_entry set update_id = (select max(id) from report_update) where kind = 'COMMENT'");
        scene.sql("update delivery set state = '" + delivery + "'");
        assertThat(scene.transactions.<Integer>call(waking::wake)).isEqualTo(1);
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(scene.list("select kind from notification")).containsExactly("UPDATE_TO_AUTHORITY");
        assertThat(write("Till.")).as("from now on at once").isFalse();
    }

    /** A system that fetches reads them in the list of updates; a letter besides would say them twice, or wait for an address for ever. */
    @Test
    void wordsForASystemThatFetchesLieReadyForIt() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.sql("update history_entry set update_id = (select max(id) from report_update) where kind = 'COMMENT'");
        scene.sql("update integration set channel = 'PULL'");
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(scene.list("select kind from notification")).isEmpty();
        assertThat(posts()).isZero();
    }

    @Test
    void theirWordsAreKeptWithoutWhatPointsAtAPerson() {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    400,
                    "text/xml",
                    "<error>bo@example.org, 070-123 45 67, is blocked</error>");
            write("Det är mörkt.");
            work();
            assertThat(scene.list("select last_error from update_delivery").toString())
                    .contains("is blocked")
                    .doesNotContain("bo@", "123 45");
        }
    }

    @Test
    void whatIsHiddenBeforeItLeavesStaysHere() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.sql("update report_update set state = 'HIDDEN'");
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(posts()).isZero();
    }

    /** Section 3.1 and 6.2, token: a receipt for words is asked about with growing pauses, and then the words are known by their number. */
    @ParameterizedTest
    @ValueSource(strings = {"update_tokens", "tokens"})
    void aReceiptForWordsBecomesANumber(String resource) {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    "<service_request_updates><request_update><token>k 1</token></request_update></service_request_updates>");
            write("Det är mörkt.");
            work();
            assertThat(state()).isEqualTo("DELIVERED");
            UpdateTokens tokens = tokens();
            assertThat(tokens.dueLanes()).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            assertThat(tokens.dueLanes()).containsExactly(FORSHAGA);
            tokens.workOff(FORSHAGA, "server/t1", 5);
            assertThat(odd.asked()).anyMatch(address -> address.startsWith("/update_tokens/k%201.xml"));
            assertThat(tokens.dueLanes()).as("in the pause").isEmpty();

            odd.says(
                    "/" + resource + "/k%201.xml",
                    resource.equals("tokens")
                            ? "<service_requests><request><token>k 1</token><service_request_id>U77</service_request_id></request></service_requests>"
                            : "<service_request_updates><request_update><update_id>U77</update_id><token>k 1</token></request_update></service_request_updates>");
            clock.advance(Duration.ofHours(1));
            tokens.workOff(FORSHAGA, "server/t2", 5);
            assertThat(scene.list("select remote_update_id from update_delivery"))
                    .containsExactly("U77");
            clock.advance(Duration.ofDays(2));
            assertThat(tokens.dueLanes()).isEmpty();
            SentUpdates sent = new SentUpdates(scene.em, clock);
            assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id(), "U77", "I andra ord")))
                    .isTrue();
        }
    }

    /** Section 6.2, token: for days, and no longer; our server may start anew in between, everything stands in the row. */
    @Test
    void aReceiptThatNeverBecomesANumberIsAskedAboutForAMonthAndNotForEver() {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    "<service_request_updates><request_update><token>k</token></request_update></service_request_updates>");
            write("Det är mörkt.");
            work();
            for (int day = 0; day < 40; day++) {
                clock.advance(Duration.ofDays(1));
                tokens().workOff(FORSHAGA, "server/day-" + day, 5);
            }
            assertThat(odd.asked().stream().filter(address -> address.startsWith("/update_tokens")))
                    .hasSizeBetween(28, 31);
            assertThat(scene.list("select next_poll_at from update_delivery")).containsOnlyNulls();
        }
    }

    private UpdateTokens tokens() {
        UpdateTokens tokens = new UpdateTokens();
        tokens.em = scene.em;
        tokens.calls = scene.calls;
        tokens.endpoints = scene.endpoints;
        tokens.rest = rest;
        tokens.transaction = scene.transactions;
        tokens.outcomes = new OutcomeKeeper(scene.transactions, pause -> {});
        tokens.clock = clock;
        return tokens;
    }

    /** Media: pictures of what is not for everybody reach their system too, each sealed for that authority, and none opens more. */
    @Test
    void picturesOfAPrivateReportGoSealedForTheAuthority() {
        connected(UpdatesFrom.UPDATES);
        scene.transactions.run(() -> scene.em.find(Report.class, report.id()).keepPrivate(true));
        write("Så här ser det ut.");
        long update = ((Number) scene.list("select max(id) from report_update").get(0)).longValue();
        scene.transactions.run(() -> {
            for (int i = 0; i < 3; i++) {
                photos.add(
                        new PhotoOwner.Update(update),
                        "a.jpg",
                        new PreparedPhoto(new byte[] {1}, 4, 3, new byte[] {1}, 4, 3));
            }
        });
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        List<String> media = theirs.calls().stream()
                .filter(call -> "POST".equals(call.method()))
                .findFirst()
                .orElseThrow()
                .arguments()
                .get("media_url");
        assertThat(media).hasSize(3).allSatisfy(url -> assertThat(url)
                .matches("https?://[^/]+/bild/[^/]+/full\\?sigill=1763\\.\\d+\\.[\\w-]{24}")
                .doesNotContain("nyckel"));
    }

    @ParameterizedTest
    @CsvSource({
        "FORWARDED, INTERNAL_REFERRAL, OPEN",
        "IN_PROGRESS, IN_PROGRESS, OPEN",
        "FIXED, FIXED, CLOSED",
        "NO_ACTION, NO_FURTHER_ACTION, CLOSED",
        "NOT_RESPONSIBLE, NOT_COUNCILS_RESPONSIBILITY, CLOSED"
    })
    void statusesAreSaidInTheWordsThatTheyKnow(ReportStatus status, String extended, String plain) {
        assertThat(UpdateWriting.status(status, true)).isEqualTo(extended);
        assertThat(UpdateWriting.status(status, false)).isEqualTo(plain);
    }
}
