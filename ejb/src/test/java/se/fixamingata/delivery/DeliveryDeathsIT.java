package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.sending.TestTransactions.Killed;

/** Our server, the other one or the database ends at any step of a delivery (R25): nothing is lost, and nothing goes twice. */
class DeliveryDeathsIT extends LetterScene {

    @Test
    @DisplayName(
            "The server dies after the mail was accepted: sent once more with the same Message-ID, and the log says so")
    void diesBeforeTheOutcome() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.killBefore(4);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        assertThat(arrived()).hasSize(1);

        round();
        assertThat(arrived()).as("The lease still stands").hasSize(1);
        clock.advance(Duration.ofMinutes(5));
        round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(arrived()).hasSize(2);
        assertThat(Set.copyOf(arrived())).as("One Message-ID").hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
        assertThat(view(report).attempts())
                .extracting(AttemptView::resentAfterUnknown)
                .containsExactly(false, true);
        assertThat(server.getReceivedMessages()[1].getContent()).isNotNull();
        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "The server dies before the hand-over is committed: certainly not sent, so tried again as if nothing had been")
    void diesBeforeHandOver() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.killBefore(3);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        assertThat(arrived()).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        round();

        assertThat(arrived()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.INTERRUPTED, AttemptOutcome.ACCEPTED);
        assertThat(view(report).attempts())
                .extracting(AttemptView::resentAfterUnknown)
                .containsExactly(false, false);
    }

    @Test
    @DisplayName(
            "The server dies between the hand-over and the final dot: nobody can know, so once more; here it arrives once")
    void diesAtTheDot() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.killAfter(3);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        assertThat(arrived()).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        round();
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(arrived()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
    }

    @Test
    @DisplayName(
            "The server dies after leasing ten, sending three: the seven others were never handed over and arrive once")
    void diesInABatch() throws Exception {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            reports.add(confirmed("1763", "graffiti"));
        }
        // Lease, then three of prepare, hand-over, outcome.
        scene.transactions.killAfter(1 + 3 * 3);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        assertThat(arrived()).hasSize(3);

        clock.advance(Duration.ofMinutes(5));
        round();

        assertThat(arrived()).hasSize(10).doesNotHaveDuplicates();
        assertThat(reports)
                .filteredOn(r -> outcomes(r).equals(List.of(AttemptOutcome.ACCEPTED)))
                .hasSize(3);
        assertThat(reports)
                .filteredOn(r -> outcomes(r).equals(List.of(AttemptOutcome.INTERRUPTED, AttemptOutcome.ACCEPTED)))
                .hasSize(7);
    }

    @Test
    @DisplayName(
            "Database gone when the outcome is to be written: it is written when the database is back, and nothing is sent twice")
    void databaseGoneAtTheOutcome() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.databaseGone(4, 3);
        round();

        assertThat(arrived()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "Database gone at the hand-over: the conversation is broken off before the final dot, nothing arrives, tried again")
    void databaseGoneAtHandOver() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.databaseGone(3, 1);
        round();
        assertThat(arrived()).isEmpty();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);

        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(arrived()).hasSize(1);
    }

    @Test
    @DisplayName("Database gone while leasing or preparing: nothing has been sent, and the row is tried again")
    void databaseGoneEarly() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.databaseGone(1, 1);
        assertThatThrownBy(this::round).hasMessage("Connection refused");
        scene.transactions.databaseGone(2, 1);
        round();
        assertThat(arrived()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(arrived()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE, AttemptOutcome.ACCEPTED);
    }

    @Test
    @DisplayName("A row that cannot be written stops none of the others; the log has the incident, not the cause")
    void badRow() throws Exception {
        Report bad = confirmed("1763", "graffiti");
        Report good = confirmed("1763", "graffiti");
        // A category newer than the list that this server has read.
        scene.reading.find(good.id(), "1763");
        scene.transactions.run(() -> scene.sql("insert into category values ('brand_new', 'Ny', 'New', 'OTHER', 1)"));
        scene.transactions.run(() -> scene.sql("update report set category_code = 'brand_new' where id = " + bad.id()));
        round();

        assertThat(arrived()).hasSize(1);
        assertThat(view(good).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(log(bad).get(0).answer()).startsWith("Our own fault, incident ");
        scene.transactions.run(() -> {
            scene.sql("update report set category_code = 'graffiti' where id = " + bad.id());
            scene.sql("delete from category where code = 'brand_new'");
        });
    }

    @Test
    @DisplayName("Two servers on one queue of sixty: everything arrives, nothing twice")
    void twoWorkers() throws Exception {
        for (int i = 0; i < 60; i++) {
            confirmed("1763", "graffiti");
        }
        DeliveryQueue other = queue(new SendingScene(clock, server.getSmtp().getPort()));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            DeliveryQueue own = i % 2 == 0 ? queue : other;
            String owner = "worker-" + i;
            workers.add(threads.submit(() -> {
                int sum = 0;
                for (int n = own.workOff(owner, 7); n > 0; n = own.workOff(owner, 7)) {
                    sum += n;
                }
                return sum;
            }));
        }
        int sum = 0;
        for (Future<Integer> worker : workers) {
            sum += worker.get();
        }
        threads.shutdown();

        assertThat(sum).isEqualTo(60);
        assertThat(arrived()).hasSize(60);
        assertThat(new HashSet<>(arrived())).hasSize(60);
        assertThat(queue.countByState()).containsEntry("delivered", 60L).containsEntry("due", 0L);
    }

    @Test
    @DisplayName("The lease ran out while we were busy and another server took the row: we send nothing")
    void leaseLost() throws Exception {
        Report report = confirmed("1763", "graffiti");
        DeliveryQueue quick = queue(new SendingScene(clock, server.getSmtp().getPort()));
        scene.placePicture = new PlacePicture(place -> {
            clock.advance(Duration.ofMinutes(6));
            quick.workOff("quick", 10);
            return SendingScene.PICTURE;
        });
        queue(scene).workOff("slow", 10);

        assertThat(arrived()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.INTERRUPTED, AttemptOutcome.ACCEPTED);
    }

    @Test
    @DisplayName(
            "A slow server takes longer for a whole round than a lease lasts: each row is sent once, and the log invents nothing")
    void slowRound() throws Exception {
        List<Report> reports =
                List.of(confirmed("1763", "graffiti"), confirmed("1763", "litter"), confirmed("1763", "waste"));
        scene.placePicture = new PlacePicture(place -> {
            clock.advance(Duration.ofMinutes(4));
            return SendingScene.PICTURE;
        });
        queue(scene).workOff("slow", 10);

        assertThat(arrived()).hasSize(3);
        assertThat(reports).allSatisfy(report -> assertThat(outcomes(report)).containsExactly(AttemptOutcome.ACCEPTED));
    }
}
