package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.blocking.BlockedAddresses;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/** A blocked address reports nothing, and is told so. */
class BlockedReporterIT extends DatabaseTest {

    private Counter counter;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        counter = new Counter(em, clock);
        em.createNativeQuery("insert into blocked_address (id, hash, email, reason, blocked_at, until_at)"
                        + " values (1, ?1, 'anna@example.org', 'Dnr 17', '2020-01-01', '2099-01-01')")
                .setParameter(1, BlockedAddresses.hash("anna@example.org"))
                .executeUpdate();
    }

    @Test
    void isToldAndNothingIsStored() {
        SecretToken token = counter.desk.start(Counter.GOOD, Language.SV);
        FieldProblem told = new FieldProblem("email", "report.email.blocked");
        assertThat(counter.submission.check(token)).containsExactly(told);
        assertThat(((SubmissionResult.Invalid) counter.submission.submit(token)).problems())
                .containsExactly(told);
        assertThat(em.createNativeQuery("select count(*) from report").getSingleResult())
                .asString()
                .isEqualTo("0");
        em.createNativeQuery("update blocked_address set until_at = '2020-02-01'")
                .executeUpdate();
        assertThat(counter.submission.submit(token)).isInstanceOf(SubmissionResult.Sent.class);
    }
}
