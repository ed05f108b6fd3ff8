package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

class ReportPagesIT extends DatabaseTest {

    private static final Instant THEN = Instant.parse("2026-03-29T01:30:00.123456Z");

    private ReportPages pages;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        pages = new ReportPages(em);
    }

    @Test
    void thePageTellsTheStoryInItsOrder() {
        ReportRow.add(em, ReportRow.of(7, 59.53, 13.48).confirmed(THEN).changed(THEN));
        em.persist(HistoryEntry.status(
                7,
                THEN.plusSeconds(60),
                ReportStatus.REPORTED,
                ReportStatus.PLANNED,
                Actor.AUTHORITY,
                "Lena",
                "I maj"));
        em.persist(HistoryEntry.confirmed(7, THEN));
        em.createNativeQuery(
                        "insert into photo (id, report_id, sort_order, file_name, width, height, uploaded_at) values"
                                + " ('bbbbbbbbbbbbbbbbbbbbbb', 7, 1, 'b.jpg', 20, 10, '2026-01-01'),"
                                + " ('aaaaaaaaaaaaaaaaaaaaaa', 7, 0, 'a.jpg', 40, 30, '2026-01-01')")
                .executeUpdate();
        flushAndClear();

        ReportView view = pages.find(7).orElseThrow();

        assertThat(view.history())
                .containsExactly(
                        new HistoryView(THEN, HistoryEntry.Kind.CONFIRMED, null, null, Actor.REPORTER, null, null),
                        new HistoryView(
                                THEN.plusSeconds(60),
                                HistoryEntry.Kind.STATUS,
                                ReportStatus.REPORTED,
                                ReportStatus.PLANNED,
                                Actor.AUTHORITY,
                                "Lena",
                                "I maj"));
        assertThat(view.photos())
                .containsExactly(
                        new PhotoView("aaaaaaaaaaaaaaaaaaaaaa", 40, 30),
                        new PhotoView("bbbbbbbbbbbbbbbbbbbbbb", 20, 10));
        assertThat(view.confirmedAt())
                .as("in the hour that Swedish clocks skip")
                .isEqualTo(THEN);
    }

    @Test
    void theReporterIsNamedOnlyWhereTheyWantedIt() {
        ReportRow.add(em, ReportRow.of(1, 59.53, 13.48), ReportRow.of(2, 59.53, 13.48));
        em.createNativeQuery("update report set show_name = 1 where id = 2").executeUpdate();
        assertThat(pages.find(1).orElseThrow().reporterName()).isNull();
        assertThat(pages.find(2).orElseThrow().reporterName()).isEqualTo("Eva Ek");
        assertThat(pages.find(2).orElseThrow().toString()).doesNotContain("eva@example.se", "0701234567");
    }

    @Test
    void whatStrangersMayNotSeeIsNotThere() {
        ReportRow.add(
                em,
                ReportRow.of(1, 59.53, 13.48).with(Visibility.HIDDEN),
                ReportRow.of(2, 59.53, 13.48).with(Visibility.PRIVATE),
                ReportRow.of(3, 59.53, 13.48).with(ReportStatus.UNCONFIRMED));
        assertThat(pages.find(1)).isEmpty();
        assertThat(pages.find(2)).isEmpty();
        assertThat(pages.find(3)).isEmpty();
        assertThat(pages.find(4)).isEmpty();
        assertThat(pages.find(-1)).isEmpty();
    }

    @Test
    void theReporterSeesAPrivateOneButNoneThatAModeratorHid() {
        ReportRow.add(
                em,
                ReportRow.of(1, 59.53, 13.48).with(Visibility.HIDDEN),
                ReportRow.of(2, 59.53, 13.48).with(Visibility.PRIVATE),
                ReportRow.of(3, 59.53, 13.48).with(ReportStatus.UNCONFIRMED));
        assertThat(pages.findForReporter(1)).isEmpty();
        assertThat(pages.findForReporter(2)).isPresent();
        assertThat(pages.findForReporter(3)).isEmpty();
    }
}
