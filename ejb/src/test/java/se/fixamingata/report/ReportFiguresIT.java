package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

class ReportFiguresIT extends DatabaseTest {

    @Test
    void countsWhatIsPublicInTheCountryAndInOneMunicipality() {
        Instant young = clock.instant().minus(Duration.ofDays(29));
        Instant old = clock.instant().minus(Duration.ofDays(31));
        ReportRow.addMunicipalities(em);
        ReportRow.add(
                em,
                row(1, young, young),
                row(2, old, young).with(ReportStatus.FIXED),
                row(3, old, old).with(ReportStatus.FIXED),
                row(4, old, old).with(ReportStatus.FORWARDED).in("0180"),
                row(5, young, young).with(ReportStatus.NO_ACTION).in("0180"),
                row(6, young, young).with(Visibility.HIDDEN),
                row(7, young, young).with(ReportStatus.UNCONFIRMED));
        ReportFigures figures = new ReportFigures(em, clock);
        assertThat(figures.country()).isEqualTo(new Figures(2, 1, 2));
        assertThat(figures.municipality("1763")).isEqualTo(new Figures(1, 1, 1));
        assertThat(figures.municipality("0180")).isEqualTo(new Figures(1, 0, 1));
        assertThat(figures.municipality("9999")).isEqualTo(new Figures(0, 0, 0));
    }

    private static ReportRow row(long id, Instant confirmed, Instant changed) {
        return ReportRow.of(id, 59.53, 13.48).confirmed(confirmed).changed(changed);
    }
}
