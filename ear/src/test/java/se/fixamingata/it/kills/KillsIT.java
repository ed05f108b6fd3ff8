package se.fixamingata.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.TestEnvironment;
import se.fixamingata.shared.SecretToken;

/**
 * Nothing is lost and nothing comes twice (R25), whenever the server dies. Forshaga takes letters, Munkfors has an Open311 server,
 * Hammarö fetches. A job that ran then is settled and finished by itself. Few kills here; {@code payara-config/kill-test.sh} does a
 * hundred during a thousand deliveries.
 */
class KillsIT extends ServerTest {

    private static final int KILLS = Integer.getInteger("fmg.kill.times", 2);
    private static final int DELIVERIES = Integer.getInteger("fmg.kill.deliveries", 60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger arrivals = new AtomicInteger();
    private final AtomicInteger killAt = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicBoolean dead = new AtomicBoolean();
    private final Set<Long> fetched = new ConcurrentSkipListSet<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private TheirServer theirs;
    private Waves waves;
    private String key;
    private long decided;

    @BeforeEach
    void threeWays() throws SQLException {
        theirs = new TheirServer(this::arrived);
        key = SecretToken.random().text();
        long seed = new Resident().reportConfirmed("Före alla olyckor");
        Awaitility.await("the first delivery").atMost(Duration.ofSeconds(60)).until(() -> stored(
                        "select state from delivery where report_id = ?", seed)
                .equals(java.util.Optional.of("DELIVERED")));
        try (Connection database = database()) {
            waves = new Waves(seed, theirs.address(), SecretToken.parse(key).orElseThrow());
            waves.open(database);
        }
    }

    @AfterEach
    void andNoneOfThemAnyMore() throws SQLException {
        over.set(true);
        theirs.close();
        try (Connection database = database()) {
            waves.close(database);
        }
    }

    @Test
    void everyReportArrivesAndNoneTwice() throws Exception {
        Thread fetching = new Thread(this::fetchAllTheTime, "Hammarö");
        fetching.start();
        try (JobInTheMiddle job = new JobInTheMiddle(database(), database())) {
            for (int kill = 0; kill <= KILLS; kill++) {
                int wave = DELIVERIES / (KILLS + 1) + (kill < DELIVERIES % (KILLS + 1) ? 1 : 0);
                if (kill == KILLS - 1) {
                    // Not earlier: a job that goes down with its server twice waits for a person.
                    job.begin();
                }
                if (kill < KILLS) {
                    chooseTheMoment(wave);
                }
                try (Connection database = database()) {
                    waves.add(database, wave);
                }
                if (kill < KILLS) {
                    killInTheMiddle();
                }
            }
            job.letGo();
            awaitAll();
            job.awaitEnd();
        }
        over.set(true);
        fetching.join(30_000);
        count();
    }

    /** Somewhere between the first and the last arrival of the wave; chosen before it comes, since nobody waits for us. */
    private void chooseTheMoment(int wave) {
        waves.noteLetters(letters().size());
        dead.set(false);
        killAt.set(arrivals.get() + ThreadLocalRandom.current().nextInt(1, Math.max(2, wave / 2)));
    }

    private void killInTheMiddle() throws SQLException {
        nudge();
        Awaitility.await("an arrival to die at")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> dead.get() || lettersReached());
        if (dead.compareAndSet(false, true)) {
            TestEnvironment.killServer();
        }
        // Their server may have chosen the moment, and still be on its way to kill: what lives would hold what is
        // written now.
        Awaitility.await("the end of the server")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !TestEnvironment.isServerRunning());
        try {
            waves.endLeases();
        } finally {
            TestEnvironment.crashServer();
        }
    }

    /** A letter counts as an arrival too; nobody tells us of one but the mailbox. */
    private boolean lettersReached() {
        return arrivals.get() + letters().size() - waves.lettersBefore() >= killAt.get();
    }

    /** Their server has kept a request and not answered it. */
    private void arrived() {
        if (arrivals.incrementAndGet() >= killAt.get() && dead.compareAndSet(false, true)) {
            TestEnvironment.killServer();
        }
    }

    private void nudge() {
        // Whatever makes a letter due wakes those that send.
        Resident resident = new Resident();
        try {
            resident.sendReport(resident.report("Väcker den som skickar"));
        } catch (AssertionError unanswered) {
            // The server may have died before it answered.
            assertThat(dead).as(unanswered.toString()).isTrue();
        }
    }

    private void awaitAll() throws SQLException {
        awaitStates("DELIVERED", "PARKED");
        // A letter in whose hand-over the server died twice goes no third time by itself: a person decides.
        decided = waves.parkedLetters();
        if (decided > 0) {
            Resident desk = Staff.administrator(Waves.LETTERS_TO).signedIn();
            desk.get("/handlaggning/integration");
            assertThat(desk.post("/handlaggning/integration", Map.of("action", "all-again"))
                                    .statusCode()
                            / 100)
                    .isEqualTo(3);
        }
        awaitStates("DELIVERED");
        Awaitility.await("the last letters and fetches")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(Set.copyOf(letters())).hasSize(waves.ids("MAIL").size());
                    assertThat(fetched).containsAll(waves.ids("PULL"));
                });
    }

    private void awaitStates(String... expected) {
        Awaitility.await("every delivery")
                .atMost(Duration.ofSeconds(120L + KILLS * 10L))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    waves.endPauses();
                    assertThat(waves.states().keySet()).isSubsetOf(expected);
                });
    }

    private void count() {
        List<String> letters = letters();
        int again = letters.size() - Set.copyOf(letters).size();
        System.out.printf(
                "%d kills, %d deliveries: %d letters (%d sent once more with the same Message-ID, %d of them by a person), %d requests, %d fetched%n",
                KILLS,
                waves.size(),
                Set.copyOf(letters).size(),
                again,
                decided,
                theirs.reports().size(),
                fetched.size());
        assertThat(waves.size()).isEqualTo(DELIVERIES);
        // A letter whose arrival nobody confirmed goes once more, as the same letter: at most one for each time we
        // died.
        assertThat(again).isLessThanOrEqualTo(KILLS * 2);
        assertThat(Set.copyOf(letters)).containsExactlyInAnyOrderElementsOf(waves.messageIds());
        assertThat(theirs.reports()).containsExactlyInAnyOrderElementsOf(waves.ids("OPEN311"));
        assertThat(fetched).containsExactlyInAnyOrderElementsOf(new TreeSet<>(waves.ids("PULL")));
        assertThat(waves.handedOutTwice()).isZero();
    }

    /** The Message-IDs of the waves' letters, as often as they came. */
    private List<String> letters() {
        Collection<String> ours = waves.messageIds();
        return MailBox.of(Waves.LETTERS).stream()
                .map(KillsIT::messageId)
                .filter(ours::contains)
                .toList();
    }

    private static String messageId(MimeMessage letter) {
        try {
            return letter.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** As a municipality's system does: asks, keeps what it was told, asks again; nothing is there while the server is dead. */
    private void fetchAllTheTime() {
        String path = "/open311/v2/" + Waves.FETCHING + "/requests.json?api_key=fmg_" + key + "&page_size=200&page=";
        for (int page = 1; !over.get(); ) {
            int found = fetch(path + page);
            page = found == 200 ? page + 1 : 1;
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(200).toNanos());
        }
    }

    private int fetch(String path) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(BASE + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return 0;
            }
            JsonNode list = JSON.readTree(answer.body());
            list.forEach(one -> fetched.add(one.path("service_request_id").asLong()));
            return list.size();
        } catch (java.io.IOException gone) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
