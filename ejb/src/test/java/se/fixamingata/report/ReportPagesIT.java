package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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

        assertThat(view.history().entries())
                .containsExactly(
                        new HistoryView(
                                THEN, HistoryEntry.Kind.CONFIRMED, null, null, Actor.REPORTER, null, null, null, null),
                        new HistoryView(
                                THEN.plusSeconds(60),
                                HistoryEntry.Kind.STATUS,
                                ReportStatus.REPORTED,
                                ReportStatus.PLANNED,
                                Actor.AUTHORITY,
                                "Lena",
                                "I maj",
                                null,
                                null));
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
        assertThat(pages.findForReporter(1, 1)).isEmpty();
        assertThat(pages.findForReporter(2, 1)).isPresent();
        assertThat(pages.findForReporter(3, 1)).isEmpty();
    }

    @Test
    void wordsComeFromTheUpdateAndHiddenOnesFromNowhere() {
        ReportRow.add(em, ReportRow.of(7, 59.53, 13.48).confirmed(THEN).changed(THEN));
        update(21, "RESIDENT", "Bo Berg", true, "Det är fortfarande mörkt.", true, "PUBLISHED", null);
        update(22, "RESIDENT", "Lo Ek", false, "Hos mig med.", false, "PUBLISHED", "'2026-03-30'");
        update(23, "RESIDENT", "Rå Rolf", true, "Ett påhopp.", false, "HIDDEN", null);
        update(24, "AUTHORITY", null, false, "Lagas i maj.", false, "PUBLISHED", null);
        for (long id = 21; id <= 24; id++) {
            HistoryEntry entry = id < 24
                    ? HistoryEntry.comment(7, THEN.plusSeconds(id), Actor.RESIDENT, id)
                    : HistoryEntry.status(
                                    7,
                                    THEN.plusSeconds(id),
                                    ReportStatus.REPORTED,
                                    ReportStatus.PLANNED,
                                    Actor.AUTHORITY,
                                    "Forshaga kommun",
                                    null)
                            .with(id);
            em.persist(entry);
        }
        picture("a", 21, false);
        picture("b", 21, true);
        picture("c", 23, false);
        em.createNativeQuery("insert into update_document (id, update_id, file_name, length, bytes)"
                        + " values ('dddddddddddddddddddddd', 24, 'Beslut.pdf', 4, 'abcd')")
                .executeUpdate();
        flushAndClear();

        ReportView view = pages.find(7).orElseThrow();

        assertThat(view.photos()).isEmpty();
        assertThat(view.history().entries())
                .extracting(HistoryView::actorName, HistoryView::text, HistoryView::isHidden)
                .containsExactly(
                        tuple("Bo Berg", "Det är fortfarande mörkt.", false),
                        tuple(null, "Hos mig med.", false),
                        tuple(null, null, true),
                        tuple("Forshaga kommun", "Lagas i maj.", false));
        assertThat(view.history().entries())
                .extracting(HistoryView::words)
                .containsExactly(
                        new WordsView(
                                21,
                                false,
                                true,
                                false,
                                List.of(new PhotoView("aaaaaaaaaaaaaaaaaaaaaa", 40, 30)),
                                List.of()),
                        new WordsView(22, false, false, true, List.of(), List.of()),
                        new WordsView(23, true, false, false, List.of(), List.of()),
                        new WordsView(
                                24,
                                false,
                                false,
                                false,
                                List.of(),
                                List.of(new DocumentView("dddddddddddddddddddddd", "Beslut.pdf", 4))));
        assertThat(view.toString()).doesNotContain("Rå Rolf", "Ett påhopp", "Lo Ek");
    }

    @Test
    void aLongStoryIsReadInPages() {
        ReportRow.add(em, ReportRow.of(7, 59.53, 13.48).confirmed(THEN).changed(THEN));
        for (int i = 0; i < 500; i++) {
            em.persist(HistoryEntry.status(
                    7,
                    THEN.plusSeconds(i),
                    ReportStatus.PLANNED,
                    ReportStatus.PLANNED,
                    Actor.AUTHORITY,
                    null,
                    "T" + i));
        }
        em.persist(HistoryEntry.internal(7, THEN.plusSeconds(600), HistoryEntry.Kind.NOTE, Actor.AUTHORITY, null, "N"));
        flushAndClear();

        HistoryPage newest = pages.find(7).orElseThrow().history();
        HistoryPage last = pages.find(7, 10).orElseThrow().history();

        assertThat(newest.entries())
                .hasSize(50)
                .first()
                .extracting(HistoryView::text)
                .isEqualTo("T450");
        assertThat(newest.entries()).last().extracting(HistoryView::text).isEqualTo("T499");
        assertThat(newest.older()).isTrue();
        assertThat(last.entries())
                .hasSize(50)
                .first()
                .extracting(HistoryView::text)
                .isEqualTo("T0");
        assertThat(last.older()).isFalse();
        assertThat(pages.find(7, 11).orElseThrow().history().entries()).isEmpty();
    }

    @Test
    void whatHappenedBetweenEntriesStandsOnOnePageOnly() {
        ReportRow.add(em, ReportRow.of(7, 59.53, 13.48).confirmed(THEN).changed(THEN));
        for (int i = 0; i < 120; i++) {
            em.persist(HistoryEntry.status(
                    7,
                    THEN.plusSeconds(i),
                    ReportStatus.PLANNED,
                    ReportStatus.PLANNED,
                    Actor.AUTHORITY,
                    null,
                    "T" + i));
        }
        flushAndClear();
        List<HistoryPage> all = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> pages.find(7, number).orElseThrow().history())
                .toList();

        for (long moment : new long[] {-5_000, 0, 500, 19_500, 20_000, 69_500, 70_000, 119_000, 500_000}) {
            assertThat(all.stream()
                            .filter(page -> page.covers(THEN.plusMillis(moment)))
                            .count())
                    .as("at %d ms", moment)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsPromisedIsToldWhileItIsOpen() {
        ReportRow.add(
                em, ReportRow.of(1, 59.53, 13.48), ReportRow.of(2, 59.53, 13.48).with(ReportStatus.FIXED));
        em.createNativeQuery("update report set expected_on = '2026-12-01'").executeUpdate();
        assertThat(pages.find(1).orElseThrow().expectedOn()).isEqualTo("2026-12-01");
        assertThat(pages.find(2).orElseThrow().expectedOn()).isNull();
    }

    private void update(
            long id,
            String author,
            String name,
            boolean shown,
            String text,
            boolean looksFixed,
            String state,
            String edited) {
        em.createNativeQuery("insert into report_update (id, report_id, author, name, show_name, language, text,"
                        + " looks_fixed, state, created_at, edited_at, version) values (" + id + ", 7, '" + author
                        + "', " + (name == null ? "null" : "'" + name + "'") + ", " + shown + ", 'sv', '" + text
                        + "', " + looksFixed + ", '" + state + "', '2026-01-01', " + edited + ", 1)")
                .executeUpdate();
    }

    private void picture(String letter, long update, boolean hidden) {
        em.createNativeQuery("insert into photo (id, update_id, sort_order, file_name, width, height, uploaded_at,"
                        + " hidden) values ('" + letter.repeat(22) + "', " + update
                        + ", 1, 'x.jpg', 40, 30, '2026-01-01', " + hidden + ")")
                .executeUpdate();
    }
}
