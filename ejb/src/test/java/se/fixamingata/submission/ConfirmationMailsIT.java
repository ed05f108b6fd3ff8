package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.report.Report;
import se.fixamingata.shared.SecretToken;

class ConfirmationMailsIT extends DatabaseTest {

    private Counter counter;
    private SecretToken draft;
    private long report;

    @BeforeEach
    void send() {
        TestMunicipalities.seed(em, clock);
        counter = new Counter(em, clock);
        draft = counter.start(Counter.GOOD);
        report = ((SubmissionResult.Sent) counter.submission.submit(draft)).reportId();
        flushAndClear();
    }

    @Test
    void theMailComesAgainFourTimesAnHour() {
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(5));
            assertThat(counter.submission.resend(draft)).isEqualTo(new ResendResult.Resent("anna@example.org"));
        }
        assertThat(counter.submission.sent(draft))
                .get()
                .extracting(SentReport::mailsLeft)
                .isEqualTo(0);
        assertThat(counter.submission.resend(draft)).isEqualTo(new ResendResult.TooMany(41));
        assertThat(counter.submission.correctAddress(draft, "bo@example.org")).isEqualTo(new ResendResult.TooMany(41));

        clock.advance(Duration.ofMinutes(41));
        assertThat(counter.submission.resend(draft)).isEqualTo(new ResendResult.Resent("anna@example.org"));
    }

    @Test
    void aCorrectedAddressMakesTheOldLinkWorthless() {
        String inWrongHands = counter.link(report);
        flushAndClear();

        assertThat(counter.submission.correctAddress(draft, " Anna.Andersson@EXAMPLE.org "))
                .isEqualTo(new ResendResult.Resent("Anna.Andersson@example.org"));
        flushAndClear();

        assertThat(em.find(Report.class, report).reporter().email()).isEqualTo("Anna.Andersson@example.org");
        assertThat(counter.confirmation.confirm(inWrongHands)).isEqualTo(new ConfirmationState.Unknown());
        assertThat(em.createNativeQuery("select concat(state, ' ', recipient) from notification order by id")
                        .getResultList())
                .asList()
                .containsExactly("OBSOLETE anna@example.org", "DUE Anna.Andersson@example.org");
        assertThat(counter.confirmation.confirm(counter.link(report)))
                .isEqualTo(new ConfirmationState.Confirmed(report, "/rapport/" + report));
    }

    @Test
    void anAddressThatIsNoneChangesNothing() {
        assertThat(counter.submission.correctAddress(draft, "anna@example.org\nBcc: bo@example.org"))
                .isEqualTo(new ResendResult.InvalidAddress(new FieldProblem("email", "report.email.invalid")));
        assertThat(counter.submission.correctAddress(draft, null))
                .isEqualTo(new ResendResult.InvalidAddress(new FieldProblem("email", "report.email.missing")));
        assertThat(counter.submission.sent(draft))
                .get()
                .extracting(SentReport::email)
                .isEqualTo("anna@example.org");
    }

    @Test
    void nobodyIsFloodedByCorrectingToTheirAddress() {
        for (int i = 0; i < 9; i++) {
            counter.send(Fields.with("email", "victim@example.org"));
        }
        assertThat(counter.submission.correctAddress(draft, "victim@example.org"))
                .isInstanceOf(ResendResult.Resent.class);
        SecretToken another = counter.start(Fields.with("email", "mallory@example.org"));
        counter.submission.submit(another);

        assertThat(counter.submission.correctAddress(another, "victim@example.org"))
                .isEqualTo(new ResendResult.InvalidAddress(new FieldProblem("email", "report.email.many", 10, 61)));
    }

    @Test
    void noMailForWhatIsConfirmedOrWasNeverSent() {
        SecretToken unsent = counter.start(Counter.GOOD);
        assertThat(counter.submission.resend(unsent)).isEqualTo(new ResendResult.NoDraft());
        assertThat(counter.submission.resend(SecretToken.random())).isEqualTo(new ResendResult.NoDraft());
        assertThat(counter.submission.sent(unsent)).isEmpty();

        counter.confirmation.confirm(counter.link(report));
        assertThat(counter.submission.resend(draft)).isEqualTo(new ResendResult.AlreadyConfirmed(report));
        assertThat(counter.submission.correctAddress(draft, "bo@example.org"))
                .isEqualTo(new ResendResult.AlreadyConfirmed(report));
        assertThat(counter.submission.sent(draft)).contains(new SentReport(report, true, "anna@example.org", true, 0));
    }
}
