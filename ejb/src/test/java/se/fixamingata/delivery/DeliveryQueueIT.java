package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.integration.Integrations;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.SmtpStub;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** Nothing lost, nothing twice (R25): a real database, a real mail server, and every way in which a day can go wrong. */
class DeliveryQueueIT extends DatabaseTest {

    private static final String TITLE = "Trasig lampa";
    private static final AtomicInteger ROUNDS = new AtomicInteger();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final RecordedEvents<ReportDelivered> delivered = new RecordedEvents<>();
    private SmtpStub stub;
    private SendingScene scene;
    private DeliveryQueue queue;

    @BeforeEach
    void scene() {
        dataSource();
        server.start();
        stub = new SmtpStub();
        use(server.getSmtp().getPort());
        scene.authorities();
    }

    @AfterEach
    void stop() {
        server.stop();
        stub.close();
    }

    private void use(int smtpPort) {
        scene = new SendingScene(clock, smtpPort);
        queue = queue(scene);
    }

    private DeliveryQueue queue(SendingScene on) {
        WorkOrder workOrder = new WorkOrder(on.templates, on.photos, on.placePicture, on.smtp, clock);
        DeliveryQueue made = new DeliveryQueue(
                on.transactions,
                on.outcomes,
                clock,
                new Addressing(on.em, on.authorities),
                on.reading,
                on.answerLinks,
                new Integrations(on.em, clock),
                delivered,
                List.of(new MailChannel(on.mailer, workOrder)));
        made.em = on.em;
        return made;
    }

    private DeliveryPlanner planner() {
        DeliveryPlanner planner = new DeliveryPlanner(
                new Addressing(scene.em, scene.authorities),
                new Rerouting(scene.em, clock),
                new MessageIds(scene.service),
                new RecordedEvents<SendingDue>(),
                clock);
        planner.em = scene.em;
        return planner;
    }

    private Report confirmed(String authority, String category) {
        Report report = scene.confirmed(authority, category, TITLE, Language.SV);
        scene.transactions.run(() -> planner().plan(new ReportConfirmed(report.id())));
        return report;
    }

    private void round() {
        while (queue.workOff("round-" + ROUNDS.incrementAndGet(), 10) > 0) {
            // Until nothing is due.
        }
    }

    private DeliveryView view(Report report) {
        return new Deliveries(scene.em).ofReport(report.id()).get(0);
    }

    private List<AttemptOutcome> outcomes(Report report) {
        return view(report).attempts().stream().map(AttemptView::outcome).toList();
    }

    private List<DeliveryAttempt> log(Report report) {
        return committed(own -> own.createQuery(
                        "select a from DeliveryAttempt a, Delivery d where a.deliveryId = d.id and d.reportId = :r"
                                + " order by a.startedAt, a.id",
                        DeliveryAttempt.class)
                .setParameter("r", report.id())
                .getResultList());
    }

    private List<String> arrived() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    @Test
    @DisplayName(
            "A confirmed report reaches the category's own address, and the log says when, where and what was answered")
    void delivered() throws Exception {
        Report report = confirmed("1763", "lighting");
        round();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("belysning@forshaga.test");
        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(view(report).deliveredAt()).isEqualTo(clock.instant());
        assertThat(view(report).nextAttemptAt()).isNull();
        assertThat(log(report)).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.ACCEPTED);
            assertThat(attempt.destination()).isEqualTo("belysning@forshaga.test");
            assertThat(attempt.answer()).startsWith("250");
            assertThat(attempt.handedOverAt()).isNotNull();
            assertThat(attempt.finishedAt()).isNotNull();
        });
        assertThat(delivered.fired()).containsExactly(new ReportDelivered(report.id(), "1763"));
    }

    @Test
    @DisplayName("Mail server down for an hour: tried after 1, 5, 15 and 60 minutes, then delivered once")
    void serverDownForAnHour() throws Exception {
        int port = stub.port();
        stub.close();
        use(port);
        Report report = confirmed("1763", "graffiti");
        Instant start = clock.instant();
        List<Long> triedAtMinute = new ArrayList<>();
        for (int minute = 0; minute <= 80; minute++) {
            int before = log(report).size();
            round();
            if (log(report).size() > before) {
                triedAtMinute.add(Duration.between(start, clock.instant()).toMinutes());
            }
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(triedAtMinute).containsExactly(0L, 1L, 6L, 21L);
        assertThat(view(report).nextAttemptAt()).isEqualTo(start.plus(Duration.ofMinutes(81)));

        queue = queue(new SendingScene(clock, server.getSmtp().getPort()));
        round();

        assertThat(arrived()).hasSize(1);
        assertThat(outcomes(report))
                .containsExactly(
                        AttemptOutcome.TEMPORARY_FAILURE,
                        AttemptOutcome.TEMPORARY_FAILURE,
                        AttemptOutcome.TEMPORARY_FAILURE,
                        AttemptOutcome.TEMPORARY_FAILURE,
                        AttemptOutcome.ACCEPTED);
        assertThat(log(report).get(0).answer()).contains("connect");
        assertThat(log(report).get(0).handedOverAt()).isNull();
    }

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

    @Test
    @DisplayName("An address that was registered at the moment of a confirmation wakes the report that overlooked it")
    void overlookedAddress() {
        Report report = confirmed("1715", "graffiti");
        scene.transactions.run(() -> assertThat(planner().wakeOverlooked()).isZero());
        scene.transactions.run(() -> scene.sql("update authority set email = 'kommun@kil.test' where code = '1715'"));

        scene.transactions.run(() -> assertThat(planner().wakeOverlooked()).isEqualTo(1));
        round();

        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("What is handed over goes to the new authority like a new report, and no more to the old one")
    void handedOver() throws Exception {
        Report waiting = confirmed("1715", "graffiti");
        Report delivered = confirmed("1763", "graffiti");
        round();
        Report due = confirmed("1763", "lighting");
        handOver(waiting, "1715", "1763");
        handOver(delivered, "1763", "1715");
        handOver(due, "1763", "1715");
        round();

        assertThat(states(waiting)).containsExactly("1715 STOPPED", "1763 DELIVERED");
        assertThat(states(delivered)).containsExactly("1763 DELIVERED", "1715 WAITING_FOR_ADDRESS");
        assertThat(states(due)).containsExactly("1763 STOPPED", "1715 WAITING_FOR_ADDRESS");
        assertThat(arrived()).as("the one before, and the one that came").hasSize(2);
        scene.transactions.run(() -> {
            scene.sql("update authority set email = 'kommun@kil.test' where code = '1715'");
            planner().wake(new AddressRegistered("1715"));
        });
        round();
        assertThat(arrived()).hasSize(4);
    }

    @Test
    @DisplayName("What is being sent at that moment is not stopped, and nobody waits for it")
    void handedOverWhileBeingSent() throws Exception {
        Report report = confirmed("1763", "graffiti");
        Delivery delivery = row(report);
        scene.transactions.run(() -> em(delivery).lease(Lease.from("a round", clock.instant())));
        handOver(report, "1763", "1715");
        assertThat(states(report)).containsExactly("1763 DUE", "1715 WAITING_FOR_ADDRESS");

        // That round came to nothing: what the old authority has not got by then, it does not get any more.
        clock.advance(Lease.DURATION.plusMinutes(1));
        round();
        assertThat(states(report)).containsExactly("1763 STOPPED", "1715 WAITING_FOR_ADDRESS");
        assertThat(arrived()).isEmpty();
    }

    @Test
    @DisplayName(
            "Handed over while an attempt was under way that failed: not sent to the old one, though it may have arrived there")
    void handedOverAfterAnUnknownOutcome() throws Exception {
        Report report = confirmed("1763", "graffiti");
        scene.transactions.run(
                () -> scene.sql("update delivery set unknowns = 1, lease_owner = 'a round', lease_until = '"
                        + SqlTime.text(clock.instant().plus(Lease.DURATION)) + "'"));
        handOver(report, "1763", "1715");
        clock.advance(Lease.DURATION.plusMinutes(1));
        round();
        assertThat(states(report)).containsExactly("1763 STOPPED", "1715 WAITING_FOR_ADDRESS");
        assertThat(arrived()).isEmpty();
    }

    private Delivery em(Delivery delivery) {
        return scene.em.find(Delivery.class, delivery.id());
    }

    private Delivery row(Report report) {
        return committed(own -> own.createNamedQuery("Delivery.ofReport", Delivery.class)
                .setParameter("report", report.id())
                .getSingleResult());
    }

    private void handOver(Report report, String from, String to) {
        scene.transactions.run(() -> {
            scene.em.find(Report.class, report.id()).handOver(to, clock.instant());
            scene.em.flush();
            planner().replan(new ReportHandedOver(report.id(), from, to));
        });
    }

    private List<String> states(Report report) {
        return new Deliveries(scene.em)
                .ofReport(report.id()).stream()
                        .map(way -> way.authorityCode() + " " + way.state())
                        .toList();
    }

    @Test
    @DisplayName("4xx is tried again, in the server's own words in the log")
    void temporary() {
        use(stub.port());
        Report report = confirmed("1763", "graffiti");
        stub.answering("RCPT", "451 4.7.1 Greylisted, come back later");
        round();
        assertThat(log(report)).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.TEMPORARY_FAILURE);
            assertThat(attempt.answer()).isEqualTo("451 4.7.1 Greylisted, come back later");
            assertThat(attempt.handedOverAt()).isNull();
        });

        stub.friendly();
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(log(report).get(1).answer()).isEqualTo("250 2.0.0 Ok: queued as 42");
    }

    @Test
    @DisplayName("5xx about the recipient parks at once, and a better address in the file sends it on")
    void bounced() {
        use(stub.port());
        Report report = confirmed("1763", "graffiti");
        stub.answering("RCPT", "550 5.1.1 No such user here");
        round();
        assertThat(view(report).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.REFUSED);
        assertThat(log(report).get(0).answer()).contains("550 5.1.1 No such user here");

        stub.friendly();
        clock.advance(Duration.ofDays(30));
        scene.transactions.run(() -> {
            scene.sql("update authority set email = 'ny@forshaga.test' where code = '1763'");
            planner().wake(new AddressRegistered("1763"));
        });
        round();

        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(stub.commands()).contains("RCPT TO:<ny@forshaga.test>");
    }

    @Test
    @DisplayName("5xx after the message means refused, not unknown: the server has spoken")
    void refusedMessage() {
        use(stub.port());
        Report report = confirmed("1763", "graffiti");
        stub.answering(".", "554 5.7.1 Looks like spam");
        round();

        assertThat(outcomes(report)).containsExactly(AttemptOutcome.REFUSED);
        assertThat(log(report).get(0).handedOverAt()).isNotNull();
    }

    @Test
    @DisplayName("Our own sender or sign-in refused is a configuration's mistake: tried again")
    void configuration() {
        use(stub.port());
        Report report = confirmed("1763", "graffiti");
        stub.answering("MAIL", "530 5.7.0 Authentication required");
        round();
        stub.answering("MAIL", "553 5.7.1 Sender not yours");
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(outcomes(report))
                .containsExactly(AttemptOutcome.TEMPORARY_FAILURE, AttemptOutcome.TEMPORARY_FAILURE);
        assertThat(view(report).state()).isEqualTo(DeliveryState.DUE);
    }

    @Test
    @DisplayName("Silence after the message, twice: sent once more, then parked and shown, never a third time")
    void silence() {
        scene = new SendingScene(clock, stub.port(), Duration.ofMillis(300));
        queue = queue(scene);
        Report report = confirmed("1763", "graffiti");
        stub.answering(".", SmtpStub.SILENCE);
        round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        clock.advance(Duration.ofMinutes(1));
        round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.UNKNOWN);
        assertThat(view(report).state()).isEqualTo(DeliveryState.PARKED);

        clock.advance(Duration.ofDays(1));
        round();

        assertThat(stub.messages()).hasSize(2);
        assertThat(stub.messages()).allSatisfy(m -> assertThat(m).contains("Message-ID: "));
        assertThat(stub.messages().stream()
                        .map(m -> m.replaceAll("(?s).*(Message-ID: <[^>]+>).*", "$1"))
                        .distinct())
                .hasSize(1);
        assertThat(stub.messages().get(1)).contains("kan ni ha f");
    }

    @Test
    @DisplayName("After an unknown outcome a changed address does not count: the copy goes to the same mailbox")
    void sameMailboxAfterUnknown() {
        use(stub.port());
        Report report = confirmed("1763", "graffiti");
        stub.answering(".", SmtpStub.HANG_UP);
        round();
        scene.transactions.run(() -> scene.sql("update authority set email = 'ny@forshaga.test' where code = '1763'"));
        stub.friendly();
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(stub.commands()).doesNotContain("RCPT TO:<ny@forshaga.test>");
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
    }

    @Test
    @DisplayName("A server that hangs up between two letters of a round is called again, at no cost to the second")
    void hangsUpBetweenLetters() {
        use(stub.port());
        Report first = confirmed("1763", "graffiti");
        Report second = confirmed("1763", "graffiti");
        stub.hangingUpAfterMessage();
        queue.workOff("both", 2);

        assertThat(outcomes(first)).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(outcomes(second)).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(stub.commands()).filteredOn(c -> c.startsWith("EHLO")).hasSize(2);
    }

    @Test
    @DisplayName("Refused connections for seven days: parked, and nothing is tried any more")
    void parkedAfterSevenDays() {
        int port = stub.port();
        stub.close();
        use(port);
        Report report = confirmed("1763", "graffiti");
        for (int tries = 0; tries < 400 && view(report).state() == DeliveryState.DUE; tries++) {
            clock.set(view(report).nextAttemptAt());
            round();
        }

        assertThat(view(report).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(Duration.between(view(report).createdAt(), clock.instant()))
                .isBetween(Duration.ofDays(7).minusHours(1), Duration.ofDays(7));
        assertThat(outcomes(report)).hasSize(171).containsOnly(AttemptOutcome.TEMPORARY_FAILURE);
    }

    @Test
    @DisplayName(
            "No address: public and waiting; registered weeks later, it goes at once, with seven days of patience again")
    void waitingForAddress() {
        use(stub.port());
        Report report = confirmed("1715", "graffiti");
        round();
        assertThat(view(report).state()).isEqualTo(DeliveryState.WAITING_FOR_ADDRESS);
        assertThat(view(report).attempts()).isEmpty();

        clock.advance(Duration.ofDays(40));
        stub.answering("RCPT", "450 Busy");
        scene.transactions.run(() -> {
            scene.sql("update authority set email = 'kommun@kil.test' where code = '1715'");
            assertThat(planner().addressRegistered("1715")).isEqualTo(1);
        });
        round();
        assertThat(view(report).state()).isEqualTo(DeliveryState.DUE);
        stub.friendly();
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(stub.commands()).contains("RCPT TO:<kommun@kil.test>");
    }

    @Test
    @DisplayName(
            "The address was mended before anything was handed over: the new one counts; taken away: the report waits again")
    void refreshedRecipient() {
        use(stub.port());
        Report report = confirmed("1763", "graffiti");
        Report other = confirmed("1763", "lighting");
        scene.transactions.run(() -> {
            scene.sql("update authority set email = null where code = '1763'");
            scene.sql("update category_recipient set email = 'lampor@forshaga.test' where authority_code = '1763'");
        });
        round();

        assertThat(view(report).state()).isEqualTo(DeliveryState.WAITING_FOR_ADDRESS);
        assertThat(view(other).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(stub.commands()).contains("RCPT TO:<lampor@forshaga.test>");
    }

    @Test
    @DisplayName("A refusing authority gets nothing, then or later")
    void refusing() throws Exception {
        Report before = confirmed("1763", "graffiti");
        Report report = confirmed("1761", "graffiti");
        scene.transactions.run(() -> scene.sql("update authority set state = 'REFUSING' where code = '1763'"));
        round();
        scene.transactions.run(() -> planner().wake(new AddressRegistered("1761")));
        round();

        assertThat(arrived()).isEmpty();
        assertThat(view(report).state()).isEqualTo(DeliveryState.NOT_ACCEPTED);
        assertThat(view(before).state()).isEqualTo(DeliveryState.NOT_ACCEPTED);
    }

    @Test
    @DisplayName("Odd but legal addresses are written to: plus, apostrophe, slash, and a domain with å")
    void oddAddress() {
        use(stub.port());
        scene.transactions.run(() ->
                scene.sql("update authority set email = 'fel+gata''s/x@blåbär.forshaga.test' where code = '1763'"));
        Report report = confirmed("1763", "litter");
        round();

        assertThat(stub.commands()).contains("RCPT TO:<fel+gata's/x@xn--blbr-noae.forshaga.test>");
        assertThat(view(report).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Non-ASCII before the @ is refused for good, with the reason in the log")
    void addressNeedsMoreThanWeSpeak() {
        use(stub.port());
        scene.transactions.run(() -> scene.sql("update authority set email = 'åsa@forshaga.test' where code = '1763'"));
        Report report = confirmed("1763", "graffiti");
        round();

        assertThat(view(report).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(log(report).get(0).answer()).contains("outside ASCII");
        assertThat(stub.commands()).isEmpty();
    }

    @Test
    @DisplayName("Figures: every state is there, and the oldest due row tells since when")
    void figures() {
        Instant first = clock.instant();
        confirmed("1763", "graffiti");
        confirmed("1715", "graffiti");
        clock.advance(Duration.ofMinutes(3));
        confirmed("1763", "graffiti");

        assertThat(queue.countByState())
                .containsEntry("due", 2L)
                .containsEntry("waiting_for_address", 1L)
                .containsEntry("delivered", 0L)
                .containsEntry("parked", 0L)
                .containsEntry("not_accepted", 0L);
        assertThat(queue.oldestDue()).contains(first);
    }
}
