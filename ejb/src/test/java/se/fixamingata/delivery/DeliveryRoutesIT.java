package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.integration.Integrations;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.shared.Language;

/** Three ways for an authority, changed, closed and opened at any moment: nothing lost, nothing twice (R21 to R26, P17). */
class DeliveryRoutesIT extends DatabaseTest {

    private static final String FORSHAGA = "1763";
    private static final String SERVER = "https://arenden.forshaga.test/open311/v2";
    private static final AtomicInteger ROUNDS = new AtomicInteger();

    private final Said letters = new Said(ChannelKind.MAIL);
    private final Said calls = new Said(ChannelKind.OPEN311);
    private final RecordedEvents<SendingDue> nudges = new RecordedEvents<>();
    private SendingScene scene;
    private DeliveryQueue queue;

    /** A way that answers what the test says, and remembers whom it called. */
    private static final class Said implements DeliveryChannel {

        private final ChannelKind kind;
        private final List<String> called = new ArrayList<>();
        private AttemptResult answer = AttemptResult.accepted("OK");
        private boolean breaks;

        private Said(ChannelKind kind) {
            this.kind = kind;
        }

        @Override
        public ChannelKind kind() {
            return kind;
        }

        @Override
        public Round open() {
            return new Round() {
                @Override
                public AttemptResult deliver(DeliveryTask task, HandOver handOver) {
                    if (answer.outcome() != AttemptOutcome.TEMPORARY_FAILURE) {
                        handOver.commit();
                    }
                    called.add(task.recipient());
                    if (breaks) {
                        throw new IllegalStateException("Our own trouble");
                    }
                    return answer;
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    }

    @BeforeEach
    void scene() {
        dataSource();
        scene = new SendingScene(clock, 1);
        scene.authorities();
        Addressing addressing = new Addressing(scene.em, scene.authorities);
        queue = new DeliveryQueue(
                scene.transactions,
                scene.outcomes,
                clock,
                addressing,
                scene.reading,
                scene.answerLinks,
                new Integrations(scene.em, clock),
                new RecordedEvents<>(),
                List.of(letters, calls));
        queue.em = scene.em;
    }

    private DeliveryPlanner planner() {
        DeliveryPlanner planner = new DeliveryPlanner(
                new Addressing(scene.em, scene.authorities),
                new Rerouting(scene.em, clock),
                new MessageIds(scene.service),
                nudges,
                clock);
        planner.em = scene.em;
        return planner;
    }

    private DeliveryRescue rescue() {
        DeliveryRescue rescue = new DeliveryRescue(new Addressing(scene.em, scene.authorities), nudges, clock);
        rescue.em = scene.em;
        return rescue;
    }

    private void sql(String statement) {
        scene.transactions.run(() -> scene.sql(statement));
    }

    /** Takes that way from now on, and what waits is told. */
    private void take(ChannelKind kind) {
        scene.transactions.run(() -> {
            Integration integration = scene.em.find(Integration.class, FORSHAGA);
            if (integration == null) {
                scene.em.persist(new Integration(FORSHAGA, kind, clock.instant()));
            } else {
                integration.use(kind, clock.instant());
            }
            planner().reroute(new IntegrationChanged(FORSHAGA));
        });
    }

    private void pause(boolean paused) {
        scene.transactions.run(() -> {
            Integration integration = scene.em.find(Integration.class, FORSHAGA);
            if (integration == null) {
                integration = new Integration(FORSHAGA, ChannelKind.MAIL, clock.instant());
                scene.em.persist(integration);
            }
            if (paused) {
                integration.pause(clock.instant());
            } else {
                integration.resume(clock.instant());
            }
            planner().reroute(new IntegrationChanged(FORSHAGA));
        });
    }

    private void server(String... mappedCategories) {
        sql(
                "insert into open311_endpoint (authority_code, url, format, attribute_style, extended_statuses, closed_means,"
                        + " updates, sends_updates, time_zone, changed_at, version) values ('1763', '" + SERVER
                        + "', 'XML', 'BRACKETS', false, 'fixed', 'NONE', false, 'Europe/Stockholm', '2026-01-01', 0)");
        for (String category : mappedCategories) {
            map(category);
        }
    }

    private void map(String category) {
        sql("insert into open311_service values ('1763', '" + category + "', 'x', '', '', 'realtime', false, null,"
                + " '2026-01-01', null)");
        sql("insert into open311_mapping (authority_code, category_code, service_code) values ('1763', '" + category
                + "', '" + category + "')");
    }

    private Report confirmed(String category) {
        Report report = scene.confirmed(FORSHAGA, category, "Trasig lampa", Language.SV);
        scene.transactions.run(() -> planner().plan(new ReportConfirmed(report.id())));
        return report;
    }

    private void round() {
        String owner = "round-" + ROUNDS.incrementAndGet();
        while (queue.workOff(owner, 10)
                        + queue.dueLanes().stream()
                                .mapToInt(lane -> queue.workOff(lane, owner, 10))
                                .sum()
                > 0) {
            // Until nothing is due.
        }
    }

    private Delivery row(Report report) {
        return committed(own -> own.createNamedQuery("Delivery.ofReport", Delivery.class)
                .setParameter("report", report.id())
                .getResultList()
                .get(0));
    }

    private DeliveryState state(Report report) {
        return row(report).state();
    }

    @Test
    @DisplayName("With a server of its own: called there, and the integration knows when something last went through")
    void theirServer() {
        server("graffiti");
        take(ChannelKind.OPEN311);
        Report report = confirmed("graffiti");
        round();

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(calls.called).containsExactly(SERVER);
        assertThat(letters.called).isEmpty();
        Instant sent = committed(own -> own.find(Integration.class, FORSHAGA).lastSentAt());
        assertThat(sent).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName(
            "Each server is a lane of its own: who sends letters takes no server's reports, and a lane nobody else's")
    void lanes() {
        server("graffiti");
        take(ChannelKind.OPEN311);
        Report report = confirmed("graffiti");
        assertThat(queue.workOff("letters", 10)).isZero();
        assertThat(queue.workOff("1715", "kil", 10)).isZero();
        assertThat(queue.dueLanes()).containsExactly(FORSHAGA);
        assertThat(queue.workOff(FORSHAGA, "forshaga", 10)).isEqualTo(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(queue.dueLanes()).isEmpty();
    }

    @Test
    @DisplayName("A way that is another at the last moment: left for those who work that one off, unattempted")
    void anotherLane() {
        Report report = confirmed("graffiti");
        server("graffiti");
        sql("insert into integration (authority_code, channel, trusts_mail, changed_at, version)"
                + " values ('1763', 'OPEN311', false, '2026-01-01', 0)");
        assertThat(queue.workOff("letters", 10)).isEqualTo(1);
        assertThat(letters.called).isEmpty();
        assertThat(calls.called).isEmpty();
        assertThat(row(report).attempts()).isZero();
        round();
        assertThat(calls.called).containsExactly(SERVER);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Our own trouble after the hand-over: nobody knows, and it is not taken for not sent")
    void brokenAfterHandOver() {
        server("graffiti");
        take(ChannelKind.OPEN311);
        calls.breaks = true;
        Report report = confirmed("graffiti");
        round();
        assertThat(row(report).unknowns()).isEqualTo(1);
        calls.breaks = false;
        calls.answer = AttemptResult.temporary("No connection");
        calls.called.clear();
        letters.called.clear();
        // Before the hand-over it is certain that it was not.
        Report other = confirmed("graffiti");
        calls.breaks = true;
        round();
        assertThat(row(other).unknowns()).isZero();
        assertThat(row(other).attempts()).isEqualTo(1);
    }

    @Test
    @DisplayName("A category that is no service of theirs waits for its mapping, and goes as soon as there is one")
    void unmapped() {
        server();
        take(ChannelKind.OPEN311);
        Report report = confirmed("graffiti");
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.WAITING_FOR_ADDRESS);
        assertThat(calls.called).isEmpty();

        clock.advance(Duration.ofDays(20));
        map("graffiti");
        scene.transactions.run(() -> planner().reroute(new IntegrationChanged(FORSHAGA)));
        round();

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Where their system fetches, reports lie ready and nothing is sent; a letter again, and they are sent")
    void fetched() {
        take(ChannelKind.PULL);
        Report report = confirmed("graffiti");
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.TO_FETCH);
        assertThat(row(report).recipient()).isNull();

        take(ChannelKind.MAIL);
        round();

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(letters.called).containsExactly("kommun@forshaga.test");
        assertThat(row(report).channel()).isEqualTo(ChannelKind.MAIL);
    }

    @Test
    @DisplayName("A paused way: nothing goes, new or old; opened again, everything goes at once with its seven days")
    void paused() {
        letters.answer = AttemptResult.temporary("450 busy");
        Report before = confirmed("graffiti");
        round();
        pause(true);
        Report during = confirmed("litter");
        clock.advance(Duration.ofDays(30));
        round();
        assertThat(letters.called).hasSize(1);
        assertThat(state(before)).isEqualTo(DeliveryState.PAUSED);
        assertThat(state(during)).isEqualTo(DeliveryState.PAUSED);

        letters.answer = AttemptResult.temporary("450 busy");
        pause(false);
        round();
        assertThat(state(before)).isEqualTo(DeliveryState.DUE);
        letters.answer = AttemptResult.accepted("250");
        clock.advance(Duration.ofMinutes(1));
        round();

        assertThat(state(before)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(state(during)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "What may have arrived by letter is not sent by another way as well; it pauses, and goes on where it was")
    void unknownStays() {
        letters.answer = AttemptResult.unknown("silence");
        Report report = confirmed("graffiti");
        round();
        server("graffiti");
        take(ChannelKind.OPEN311);
        assertThat(row(report).channel()).isEqualTo(ChannelKind.MAIL);

        pause(true);
        clock.advance(Duration.ofHours(1));
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.PAUSED);
        assertThat(row(report).unknowns()).isEqualTo(1);
        pause(false);
        letters.answer = AttemptResult.accepted("250");
        round();

        assertThat(calls.called).isEmpty();
        assertThat(letters.called).containsExactly("kommun@forshaga.test", "kommun@forshaga.test");
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Unknown twice is a person's to decide: another way does not send it, a person does")
    void unknownTwice() {
        letters.answer = AttemptResult.unknown("silence");
        Report report = confirmed("graffiti");
        round();
        clock.advance(Duration.ofMinutes(1));
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        server("graffiti");
        take(ChannelKind.OPEN311);
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);

        assertThat(scene.transactions.call(() -> rescue().sendAgain(row(report).id())))
                .contains(DeliveryState.DUE);
        round();

        assertThat(calls.called).containsExactly(SERVER);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("What was refused goes by the new way; over the same one only when its settings have been changed")
    void refusedAndMended() {
        letters.answer = AttemptResult.refused("550 no such user");
        calls.answer = AttemptResult.refused("403 no key");
        Report report = confirmed("graffiti");
        round();
        server("graffiti");
        take(ChannelKind.OPEN311);
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        assertThat(calls.called).hasSize(1);

        scene.transactions.run(() -> planner().reroute(new IntegrationChanged(FORSHAGA)));
        assertThat(state(report)).as("Nothing is new").isEqualTo(DeliveryState.PARKED);

        clock.advance(Duration.ofDays(1));
        sql("update open311_endpoint set changed_at = '"
                + clock.instant().toString().replace("T", " ").replace("Z", "") + "'");
        calls.answer = AttemptResult.accepted("17");
        clock.advance(Duration.ofSeconds(1));
        scene.transactions.run(() -> planner().reroute(new IntegrationChanged(FORSHAGA)));
        round();

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(calls.called).hasSize(2);
    }

    @Test
    @DisplayName("A letter that came back waits for another address; the same one does not send it again")
    void bounced() {
        Report report = confirmed("graffiti");
        round();
        long id = row(report).id();
        assertThat(scene.transactions.call(() -> rescue().bounced(id, "550 5.1.1 Unknown user")))
                .isEqualTo(CameBack.STOPPED);
        assertThat(state(report)).isEqualTo(DeliveryState.BOUNCED);
        scene.transactions.run(() -> planner().wake(new AddressRegistered(FORSHAGA)));
        assertThat(state(report)).isEqualTo(DeliveryState.BOUNCED);

        sql("update authority set email = 'ny@forshaga.test' where code = '1763'");
        scene.transactions.run(() -> planner().wake(new AddressRegistered(FORSHAGA)));
        round();

        assertThat(letters.called).containsExactly("kommun@forshaga.test", "ny@forshaga.test");
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(new Deliveries(scene.em)
                        .ofReport(report.id()).get(0).attempts().stream().map(AttemptView::outcome))
                .containsExactly(AttemptOutcome.ACCEPTED, AttemptOutcome.REFUSED, AttemptOutcome.ACCEPTED);
    }

    @Test
    @DisplayName("What is just being sent is left alone, and judged by today's way before its next attempt")
    void judgedBeforeSending() {
        Report report = confirmed("graffiti");
        scene.transactions.run(
                () -> scene.em.find(Delivery.class, row(report).id()).lease(Lease.from("a round", clock.instant())));
        server("graffiti");
        take(ChannelKind.OPEN311);
        assertThat(row(report).channel()).isEqualTo(ChannelKind.MAIL);
        clock.advance(Duration.ofMinutes(6));
        round();

        assertThat(letters.called).isEmpty();
        assertThat(calls.called).containsExactly(SERVER);
    }

    @Test
    @DisplayName(
            "A way closed without anybody being told is found closed before sending, and by the look every five minutes")
    void judgedWithoutBeingTold() {
        Report report = confirmed("graffiti");
        sql("insert into integration (authority_code, channel, paused_at, changed_at, version) values"
                + " ('1763', 'MAIL', '2026-01-01', '2026-01-01', 0)");
        round();
        assertThat(letters.called).isEmpty();
        assertThat(state(report)).isEqualTo(DeliveryState.PAUSED);

        sql("update integration set paused_at = null");
        scene.transactions.run(() -> assertThat(planner().wakeOverlooked()).isEqualTo(1));
        scene.transactions.run(() -> assertThat(planner().wakeOverlooked()).isZero());
        round();
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Handed over to somebody else: what waits, lies ready or came back here goes no more")
    void handedOver() {
        take(ChannelKind.PULL);
        Report report = confirmed("graffiti");
        scene.transactions.run(() -> {
            scene.em.find(Report.class, report.id()).handOver("1715", clock.instant());
            scene.em.flush();
            planner().replan(new ReportHandedOver(report.id(), FORSHAGA, "1715"));
        });
        assertThat(state(report)).isEqualTo(DeliveryState.STOPPED);
    }

    @Test
    @DisplayName("All again by hand: also what would have been tried by itself, without waiting for its hour")
    void nobodyWaitsForTheNextHourOnceItIsMended() {
        letters.answer = AttemptResult.temporary("No connection");
        Report waiting = confirmed("graffiti");
        round();
        assertThat(row(waiting).nextAttemptAt()).isAfter(clock.instant());
        for (int pressed = 0; pressed < 4; pressed++) {
            scene.transactions.call(() -> rescue().sendAllAgain(FORSHAGA));
            round();
        }
        assertThat(row(waiting).nextAttemptAt())
                .as("pressing too early makes nobody wait longer")
                .isEqualTo(clock.instant().plusSeconds(60));
        letters.answer = AttemptResult.accepted("250");

        assertThat(scene.transactions.call(() -> rescue().sendAllAgain(FORSHAGA)))
                .isEqualTo(1);
        round();

        assertThat(state(waiting)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(scene.transactions.call(() -> rescue().sendAllAgain(FORSHAGA)))
                .isZero();
    }

    @Test
    @DisplayName("Their server answers again: what it kept waiting goes at once, what may have arrived keeps its pause")
    void nobodyWaitsForTheNextHourOnceTheirServerAnswers() {
        server("graffiti", "litter");
        take(ChannelKind.OPEN311);
        calls.answer = AttemptResult.temporary("unreachable");
        Report waiting = confirmed("graffiti");
        round();
        calls.answer = AttemptResult.unknown("slow");
        Report perhaps = confirmed("litter");
        round();
        Instant look = row(perhaps).nextAttemptAt();
        calls.answer = AttemptResult.accepted("200");

        scene.transactions.run(() -> rescue().answersAgain(new ServerAnswersAgain("1780")));
        assertThat(row(waiting).nextAttemptAt()).isAfter(clock.instant());
        scene.transactions.run(() -> rescue().answersAgain(new ServerAnswersAgain(FORSHAGA)));
        round();

        assertThat(state(waiting)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(row(perhaps).nextAttemptAt()).isEqualTo(look).isAfter(clock.instant());
    }

    @Test
    @DisplayName("By hand: one again, all again, or told by another way; never what has arrived or is being sent")
    void byHand() {
        letters.answer = AttemptResult.refused("550");
        Report first = confirmed("graffiti");
        Report second = confirmed("litter");
        Report third = confirmed("waste");
        round();
        letters.answer = AttemptResult.accepted("250");
        assertThat(scene.transactions.call(() -> rescue().sendAgain(row(first).id())))
                .contains(DeliveryState.DUE);
        assertThat(scene.transactions.call(() -> rescue().handled(row(second).id())))
                .isTrue();
        assertThat(scene.transactions.call(() -> rescue().sendAllAgain(FORSHAGA)))
                .isEqualTo(1);
        round();

        assertThat(state(first)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(state(second)).isEqualTo(DeliveryState.HANDLED);
        assertThat(state(third)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(scene.transactions.call(() -> rescue().sendAgain(row(first).id())))
                .isEmpty();
        assertThat(scene.transactions.call(() -> rescue().handled(row(first).id())))
                .isFalse();
        assertThat(scene.transactions.call(() -> rescue().handled(row(second).id())))
                .isFalse();

        Report fourth = confirmed("graffiti");
        scene.transactions.run(
                () -> scene.em.find(Delivery.class, row(fourth).id()).lease(Lease.from("a round", clock.instant())));
        assertThat(scene.transactions.call(() -> rescue().handled(row(fourth).id())))
                .isFalse();
        pause(true);
        assertThat(scene.transactions.call(() -> rescue().sendAgain(row(second).id())))
                .contains(DeliveryState.PAUSED);
    }
}
