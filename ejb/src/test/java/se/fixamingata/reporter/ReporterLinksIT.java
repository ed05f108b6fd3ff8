package se.fixamingata.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportRow;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

class ReporterLinksIT extends DatabaseTest {

    private SecretLinks secrets;
    private ReporterLinks links;
    private ReporterStanding standing;

    @BeforeEach
    void twoReports() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(1, 59.53, 13.48), ReportRow.of(2, 59.53, 13.48));
        secrets = new SecretLinks(em, clock);
        links = new ReporterLinks(
                secrets,
                new ServiceSettings("https://example.org", "info@example.org", false),
                clock,
                Duration.ofDays(365),
                Duration.ofDays(60));
        standing = new ReporterStanding(em, links);
    }

    @Test
    void theLinkOfTheMailShowsThatSomebodyIsTheReporterOfThatOneReport() {
        String address = links.page(1);
        assertThat(address).startsWith("https://example.org/rapport/1/");
        ReporterClaim claim = claim(address);

        assertThat(standing.isReporter(claim, 1)).isTrue();
        assertThat(standing.isReporter(claim, 2)).isFalse();
        assertThat(standing.isReporter(claim, 3)).isFalse();
    }

    @Test
    void itEndsWithItsTimeAndWhenItIsMadeWorthless() {
        ReporterClaim old = claim(links.page(1));
        clock.advance(Duration.ofDays(365));
        ReporterClaim fresh = claim(links.page(1));
        assertThat(standing.isReporter(old, 1)).isFalse();
        assertThat(standing.isReporter(fresh, 1)).isTrue();

        secrets.disable(Purpose.REPORTER, 1);
        flushAndClear();
        assertThat(standing.isReporter(fresh, 1)).isFalse();
    }

    @Test
    void aSecretForSomethingElseProvesNothing() {
        ReporterClaim question = claim(links.question(1));
        assertThat(standing.isReporter(question, 1)).isFalse();
        for (String nonsense : new String[] {"", "abc", "' or 1=1 --", "A".repeat(43), "A".repeat(44)}) {
            assertThat(standing.isReporter(new ReporterClaim(nonsense, null), 1))
                    .isFalse();
        }
        assertThat(standing.isReporter(new ReporterClaim(null, null), 1)).isFalse();
    }

    @Test
    void theAccountThatSentItIsTheReporter() {
        Account eva = account("eva@example.se");
        Account other = account("kim@example.se");
        em.find(Report.class, 1L).belongTo(eva.id());
        flushAndClear();

        assertThat(standing.isReporter(new ReporterClaim(null, caller(eva)), 1)).isTrue();
        assertThat(standing.isReporter(new ReporterClaim(null, caller(other)), 1))
                .isFalse();
        assertThat(standing.isReporter(new ReporterClaim(null, caller(eva)), 2)).isFalse();
    }

    @Test
    void nobodyIsTheReporterOnceThatPersonIsForgotten() {
        ReporterClaim claim = claim(links.page(1));
        em.find(Report.class, 1L).forgetReporter();
        flushAndClear();
        assertThat(standing.isReporter(claim, 1)).isFalse();
    }

    @Test
    void theSecretIsInNoText() {
        ReporterClaim claim = claim(links.page(1));
        assertThat(claim.toString()).doesNotContain(claim.token());
    }

    private Account account(String email) {
        Account account = new Account(email, "", Language.SV, clock.instant());
        em.persist(account);
        em.flush();
        return account;
    }

    private static Caller caller(Account account) {
        return new Caller(account.id(), 1, "", account.email(), Language.SV, false, List.of());
    }

    private static ReporterClaim claim(String address) {
        return ReporterClaim.of(address.substring(address.lastIndexOf('/') + 1), Optional.empty());
    }
}
