package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.report.PublicReports.Wanted;

class PublicReportsIT extends DatabaseTest {

    private static final Instant THEN = Instant.parse("2026-11-01T12:00:00Z");

    private PublicReports reports;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(
                em,
                row(1),
                row(2).about("graffiti").with(ReportStatus.FIXED),
                row(3).in("0180").changed(THEN.plus(Duration.ofDays(5))),
                row(4).with(Visibility.PRIVATE),
                row(5).with(Visibility.HIDDEN),
                row(6).with(ReportStatus.UNCONFIRMED));
        reports = new PublicReports(em);
    }

    @Test
    void newestFirstAndOnlyWhatEverybodyMaySee() {
        assertThat(ids(Wanted.newest(10))).containsExactly(3L, 2L, 1L);
        assertThat(ids(Wanted.newest(2))).containsExactly(3L, 2L);
        assertThat(ids(Wanted.newest(10).in("1763"))).containsExactly(2L, 1L);
        assertThat(ids(Wanted.newest(10).about("graffiti"))).containsExactly(2L);
        assertThat(ids(Wanted.newest(10).in("0180").about("graffiti"))).isEmpty();
    }

    @Test
    void everythingThatIsAskedForHolds() {
        assertThat(ids(new Wanted(null, Set.of(ReportStatus.FIXED), Set.of(), null, null, 0, 10)))
                .containsExactly(2L);
        assertThat(ids(new Wanted(null, Set.of(), Set.of(), null, null, 1, 2))).containsExactly(1L);
        assertThat(ids(new Wanted(null, Set.of(), Set.of(), null, THEN.plusSeconds(60), 0, 10)))
                .containsExactly(3L);
        assertThat(ids(new Wanted("1763", Set.of(), Set.of(), null, THEN.minusSeconds(60), 0, 10)))
                .containsExactlyInAnyOrder(1L, 2L);
        BoundingBox elsewhere = new BoundingBox(60, 13, 61, 14);
        assertThat(ids(new Wanted(null, Set.of(), Set.of(), elsewhere, null, 0, 10)))
                .isEmpty();
        assertThat(ids(new Wanted(null, Set.of(), Set.of(), new BoundingBox(59, 13, 60, 14), null, 0, 10)))
                .containsExactly(3L, 2L, 1L);
    }

    private static ReportRow row(long id) {
        return ReportRow.of(id, 59.5, 13.4).confirmed(THEN.plusSeconds(id));
    }

    private List<Long> ids(Wanted wanted) {
        return reports.list(wanted).stream().map(PublicReport::id).toList();
    }
}
