package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.mail.SmtpStub;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.Lease;
import se.fixamingata.shared.SqlTime;

/** To whom a letter goes: the address of today, and the authority of today. */
class DeliveryAddressesIT extends LetterScene {

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
}
