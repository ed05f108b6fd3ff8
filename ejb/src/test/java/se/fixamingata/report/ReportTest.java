package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.shared.DomainException;
import se.fixamingata.shared.Language;

class ReportTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final Position PLACE = Position.of(59.53, 13.48);

    private final Report report = stored(report("Lampan är trasig", "Den blinkar hela natten."));

    /** With the number that the database would have given it. */
    private static Report stored(Report report) {
        try {
            Field id = ReportRecord.class.getDeclaredField("id");
            id.setAccessible(true);
            id.set(report, 1L);
            return report;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Report report(String title, String description) {
        return Report.submit(
                new ReportPlace(PLACE, "1763", "1763", "Storgatan 1"),
                new ReportContent("lighting", title, description),
                new Reporter("Anna Andersson", "anna@example.org", null, false),
                Language.SV,
                Source.WEB,
                NOW);
    }

    @Test
    void beginsUnconfirmedAndUnseen() {
        assertThat(report.status()).isEqualTo(ReportStatus.UNCONFIRMED);
        assertThat(report.isConfirmed()).isFalse();
        assertThat(report.isListed()).isFalse();
        assertThat(report.confirmedAt()).isNull();
        assertThat(report.submittedAt()).isEqualTo(NOW);
        assertThat(ReportChanged.OnMap.of(report)).isNull();
    }

    @Test
    void liesInTheCellOfItsPosition() {
        assertThat(report.cell()).isEqualTo(MapCell.at(PLACE, MapCell.FINEST).number());
    }

    @Test
    void isPublicOnceConfirmed() {
        report.confirm(LATER);

        assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(report.isListed()).isTrue();
        assertThat(report.confirmedAt()).isEqualTo(LATER);
        assertThat(report.changedAt()).isEqualTo(LATER);
        assertThat(ReportChanged.OnMap.of(report))
                .isEqualTo(new ReportChanged.OnMap(PLACE, ReportStatus.REPORTED, "lighting", LATER));
    }

    @Test
    void isConfirmedOnce() {
        report.confirm(NOW);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> report.confirm(LATER))
                .extracting(DomainException::key)
                .isEqualTo("report.status.illegal");
        assertThat(report.confirmedAt()).isEqualTo(NOW);
    }

    @Test
    void correctsTheAddressOnlyBeforeItIsConfirmed() {
        report.correctEmail("anna.andersson@example.org");
        assertThat(report.reporter().email()).isEqualTo("anna.andersson@example.org");
        assertThat(report.reporter().name()).isEqualTo("Anna Andersson");

        report.confirm(NOW);
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> report.correctEmail("mallory@example.org"));
        assertThat(report.reporter().email()).isEqualTo("anna.andersson@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hål", "Fyra"})
    void refusesATitleThatIsTooShort(String title) {
        assertThatIllegalArgumentException().isThrownBy(() -> report(title, "Den blinkar hela natten."));
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> report("x".repeat(101), "Den blinkar hela natten."));
        assertThatIllegalArgumentException().isThrownBy(() -> report("Lampan är trasig", "x".repeat(4001)));
        assertThatIllegalArgumentException().isThrownBy(() -> report("Lampan är trasig", "Kort text"));
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        String lamps = "💡".repeat(100);

        assertThat(report(lamps, "💡".repeat(4000)).title()).isEqualTo(lamps);
        assertThatIllegalArgumentException().isThrownBy(() -> report("💡".repeat(4), "Den blinkar hela natten."));
    }

    @Test
    void needsWhatItNeeds() {
        assertThatNullPointerException().isThrownBy(() -> new ReportPlace(null, "1763", "1763", null));
        assertThatNullPointerException().isThrownBy(() -> new ReportPlace(PLACE, null, "1763", null));
        assertThatNullPointerException().isThrownBy(() -> new ReportPlace(PLACE, "1763", null, null));
        assertThatNullPointerException().isThrownBy(() -> new ReportContent(null, "Lampan", "Den blinkar."));
    }

    @Test
    void closingNeedsItsReason() {
        report.confirm(NOW);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> report.changeStatus(ReportStatus.NO_ACTION, Actor.AUTHORITY, null, "  ", LATER))
                .extracting(DomainException::key)
                .isEqualTo("report.status.text");
        assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
    }

    @Test
    void movesAndRemembersWhen() {
        report.confirm(NOW);
        HistoryEntry entry = report.changeStatus(ReportStatus.FIXED, Actor.AUTHORITY, "Gatukontoret", null, LATER);

        assertThat(entry.kind()).isEqualTo(HistoryEntry.Kind.STATUS);
        assertThat(report.status()).isEqualTo(ReportStatus.FIXED);
        assertThat(report.changedAt()).isEqualTo(LATER);
        assertThat(report.isListed()).isTrue();
    }

    @Test
    void neverPutsAPersonIntoALog() {
        assertThat(report.reporter()).asString().doesNotContain("Anna").doesNotContain("example");
    }
}
