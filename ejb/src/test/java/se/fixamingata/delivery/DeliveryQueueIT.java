package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.mail.SmtpStub;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingScene;

/** Nothing lost, nothing twice (R25): a real database, a real mail server, and every way in which a day can go wrong. */
class DeliveryQueueIT extends LetterScene {

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
