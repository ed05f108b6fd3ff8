package se.fixamingata.secretlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

class SecretLinksIT extends DatabaseTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private SecretLinks links;
    private long report;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        Report stored = Report.submit(
                new ReportPlace(Position.of(59.5286, 13.4812), "1763", "1763", null),
                new ReportContent("lighting", "Lampan är trasig", "Den blinkar hela natten."),
                new Reporter("Anna", "anna@example.org", null, false),
                Language.SV,
                Source.WEB,
                clock.instant());
        em.persist(stored);
        report = stored.id();
        links = new SecretLinks(em, clock);
    }

    private SecretToken issue() {
        SecretToken token = links.issue(Purpose.CONFIRM_REPORT, report, HOUR);
        flushAndClear();
        return token;
    }

    @Test
    void severalAreGoodAtOnce() {
        SecretToken first = issue();
        SecretToken second = issue();

        assertThat(first).isNotEqualTo(second);
        assertThat(links.find(first, Purpose.CONFIRM_REPORT)).isPresent();
        assertThat(links.find(second, Purpose.CONFIRM_REPORT)).get().satisfies(link -> {
            assertThat(link.reportId()).isEqualTo(report);
            assertThat(link.purpose()).isEqualTo(Purpose.CONFIRM_REPORT);
            assertThat(link.isUsed()).isFalse();
            assertThat(link.expiresAt()).isEqualTo(clock.instant().plus(HOUR));
        });
        assertThat(links.find(SecretToken.random(), Purpose.CONFIRM_REPORT)).isEmpty();
    }

    @Test
    void outlivesItsTimeToSaySo() {
        SecretToken token = issue();

        assertThat(links.find(token, Purpose.CONFIRM_REPORT))
                .get()
                .matches(link -> !link.isExpired(clock.instant().plus(HOUR).minusNanos(1000)))
                .matches(link -> link.isExpired(clock.instant().plus(HOUR)));
    }

    @Test
    void onlyTheHashIsStored() {
        SecretToken token = issue();
        byte[] stored = (byte[])
                em.createNativeQuery("select token_hash from secret_link").getSingleResult();

        assertThat(stored).isEqualTo(token.hash()).hasSize(32);
        assertThat(Arrays.toString(stored)).doesNotContain(token.text());
    }

    @Test
    void revokingLeavesTheUsedOnesToTellTheirStory() {
        SecretToken used = issue();
        links.find(used, Purpose.CONFIRM_REPORT).orElseThrow().use(clock.instant());
        SecretToken unused = issue();

        assertThat(links.revoke(Purpose.CONFIRM_REPORT, report)).isEqualTo(1);
        em.clear();
        assertThat(links.find(unused, Purpose.CONFIRM_REPORT)).isEmpty();
        assertThat(links.find(used, Purpose.CONFIRM_REPORT)).get().matches(SecretLink::isUsed);
    }
}
