package se.fixamingata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.report.ReportStatus.FIXED;
import static se.fixamingata.report.ReportStatus.NO_ACTION;
import static se.fixamingata.statistics.Town.becomes;
import static se.fixamingata.statistics.Town.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

/** The same rows whatever happens on the way, and what was corrected since is in the next night. */
class NightIT extends DatabaseTest {

    private static final Instant CUT_OFF = Instant.parse("2026-11-22T23:00:00Z");

    private Town town;
    private NightlyFigures figures;

    @BeforeEach
    void someReports() {
        figures = new NightlyFigures(em, clock);
    }

    private void build(int reports) {
        town = new Town(em).add(Town.many(reports, CUT_OFF, 1));
    }

    @Test
    void theSameNightTwiceIsTheSameRowByRow() {
        build(400);
        Night first = Town.night(em, clock, "2026-11-21T23:00:00Z");
        // Another day, another clock: the parameter decides.
        clock.advance(Duration.ofDays(3));
        Night second = Town.night(em, clock, "2026-11-21T23:00:00Z");
        assertThat(second.generation()).isGreaterThan(first.generation());
        assertThat(Town.rows(em, second.generation()))
                .hasSizeGreaterThan(1_000)
                .isEqualTo(Town.rows(em, first.generation()));
    }

    @Test
    void stoppedHalfwayAndBegunAgainIsTheSameToo() {
        build(400);
        Night whole = Town.night(em, clock, null);
        Night stopped = figures.begin(null);
        assertThat(stopped.generation()).isGreaterThan(whole.generation());
        List<String> half = figures.municipalities(stopped, true, "");
        half.forEach(code -> figures.count(stopped, code));
        // The one that was being written when the server died is written again: the job goes on after the last
        // checkpoint.
        String last = half.get(half.size() - 1);
        assertThatThrownBy(() -> figures.publish(stopped.cutOff().toString())).hasMessageContaining("Not counted");
        Night again = figures.begin(null);
        assertThat(again).isEqualTo(stopped).isEqualTo(figures.building("2026-11-22T23:00:00Z"));
        figures.count(again, last);
        Town.finish(figures, again, last);
        assertThat(Town.rows(em, again.generation())).isEqualTo(Town.rows(em, whole.generation()));
    }

    @Test
    void theHalvesAreAboutEqualAndMissNobody() {
        build(400);
        Night night = figures.begin(null);
        List<String> first = figures.municipalities(night, true, "");
        List<String> second = figures.municipalities(night, false, "");
        // Two of them have a little less than half of the reports.
        assertThat(first).containsExactly("0136", "0180", "1763");
        assertThat(second).containsExactly("1780");
        assertThat(figures.municipalities(night, true, "0136")).containsExactly("0180", "1763");
    }

    @Test
    void whatWasCorrectedSinceIsInTheNextNight() {
        new Town(em)
                .add(
                        report(1, "1763", "lighting", "2026-03-01T10:00:00Z", becomes(FIXED, "2026-03-04T10:00:00Z")),
                        report(2, "1763", "winter", "2026-03-01T10:00:00Z", becomes(NO_ACTION, "2026-03-04T10:00:00Z")),
                        report(3, "1780", "litter", "2026-03-02T10:00:00Z"));
        Town.night(em, clock, "2026-11-20T23:00:00Z");
        // Moved to another municipality, another category, another status, and a municipality that became part of
        // another.
        Sql.run(em, "update report set municipality_code = '0180' where id = 1");
        Sql.run(em, "update report set category_code = 'other' where id = 2");
        Sql.run(em, "update history_entry set to_status = 'FIXED' where report_id = 2 and kind = 'STATUS'");
        Sql.run(em, "update report set status = 'FIXED' where id = 2");
        Sql.run(em, "update report set municipality_code = '0136' where municipality_code = '1780'");
        Sql.run(em, "update municipality set name = 'Nystad', slug = 'nystad' where code = '0136'");
        Night night = Town.night(em, clock, null);
        assertThat(Town.lines(
                        em,
                        "select concat_ws(' ', area, category_code, status, reports) from stat_stock where generation = ?1"
                                + " order by area, category_code",
                        night.generation()))
                .containsExactly(
                        "01 lighting FIXED 1",
                        "01 litter REPORTED 1",
                        "0136 litter REPORTED 1",
                        "0180 lighting FIXED 1",
                        "17 other FIXED 1",
                        "1763 other FIXED 1",
                        "SE lighting FIXED 1",
                        "SE litter REPORTED 1",
                        "SE other FIXED 1");
        assertThat(Town.lines(
                        em,
                        "select concat_ws(' ', area, category_code, month - 2026 * 12 + 1, reported, fixed) from stat_month"
                                + " where generation = ?1 and reported > 0 and category_code <> '*' and char_length(area) = 4 order by area",
                        night.generation()))
                .containsExactly("0136 litter 3 1 0", "0180 lighting 3 1 1", "1763 other 3 1 1");
    }

    @Test
    void yearsThatAreTakenOverLaterAreInTheNextNight() {
        Town here = new Town(em).add(report(1, "1763", "lighting", "2026-03-01T10:00:00Z"));
        Night before = Town.night(em, clock, "2026-11-20T23:00:00Z");
        here.add(
                report(2, "1763", "lighting", "2019-05-02T10:00:00Z", becomes(FIXED, "2019-05-12T10:00:00Z")),
                report(3, "1763", "lighting", "2021-01-01T10:00:00Z"));
        Night night = Town.night(em, clock, null);
        String months =
                "select concat_ws(' ', min(month) - 2019 * 12 + 1, count(*), sum(reported), sum(fixed), max(open_at_end)) as line"
                        + " from stat_month where generation = ?1 and area = '1763' and category_code = 'lighting'";
        // From March 2026 on; then from May 2019 on, each month.
        assertThat(Town.lines(em, months, before.generation())).containsExactly("87 9 1 0 1");
        assertThat(Town.lines(em, months, night.generation())).containsExactly("5 91 3 1 2");
        assertThat(Town.lines(
                        em,
                        "select concat_ws(' ', period, reports, coalesce(median_days, '-')) from stat_time where generation = ?1"
                                + " and area = '1763' and category_code = 'lighting' and measure = 'FIXED' and period > 0 order by period",
                        night.generation()))
                .containsExactly("2019 1 10", "2021 1 -", "2026 1 -");
    }

    @Test
    void aCategoryThatIsGoneKeepsItsFiguresUntilItsReportsAreElsewhere() {
        Town here = new Town(em);
        Sql.run(
                em,
                "insert into category (code, name_sv, name_en, category_group, sort_order) values ('snail', 'Snigel', 'Snail', 'OTHER', 7)");
        here.add(report(1, "1763", "snail", "2026-03-01T10:00:00Z"));
        Night before = Town.night(em, clock, "2026-11-20T23:00:00Z");
        Sql.run(em, "update report set category_code = 'other' where category_code = 'snail'");
        Sql.run(em, "delete from category where code = 'snail'");
        assertThat(Town.rows(em, before.generation())).anyMatch(row -> row.contains(" snail "));
        Night after = Town.night(em, clock, null);
        assertThat(Town.rows(em, after.generation()))
                .noneMatch(row -> row.contains(" snail "))
                .anyMatch(row -> row.contains("stat_stock 1763 other REPORTED"));
    }

    @Test
    void whatIsMovedWhileTheNightIsCountedIsNeitherTwiceNorMissing() {
        build(400);
        Night night = figures.begin(null);
        List<String> first = figures.municipalities(night, true, "");
        first.forEach(code -> figures.count(night, code));
        // Out of one that is counted into one that is not yet, and the other way round.
        Sql.run(em, "update report set municipality_code = '1780' where municipality_code = '0136' and id % 7 = 0");
        Sql.run(em, "update report set municipality_code = '0180' where municipality_code = '1780' and id % 5 = 0");
        figures.municipalities(night, false, "").forEach(code -> figures.count(night, code));
        assertThat(figures.moved(night)).containsExactly("0136", "0180");
        figures.moved(night).forEach(code -> figures.count(night, code));
        assertThat(figures.moved(night)).isEmpty();
        figures.sum(night);
        assertThat(figures.publish(night.cutOff().toString()))
                .isEqualTo(Long.parseLong(
                        Town.lines(em, "select count(*) from report where confirmed_at < '2026-11-22 23:00:00'")
                                .get(0)));
    }

    @Test
    void aReportWithAWordThatIsNoneIsSetAsideAndListedAndTheOthersAreCounted() {
        new Town(em)
                .add(
                        report(1, "1763", "lighting", "2026-03-01T10:00:00Z"),
                        report(2, "1763", "lighting", "2026-03-01T10:00:00Z", becomes(FIXED, "2026-03-04T10:00:00Z")),
                        report(3, "1763", "lighting", "2026-03-01T10:00:00Z"));
        Sql.run(em, "update history_entry set to_status = 'MENDED' where report_id = 2 and kind = 'STATUS'");
        Sql.run(em, "update report set source = 'PIGEON' where id = 3");
        Night night = Town.night(em, clock, null);
        assertThat(Town.lines(
                        em,
                        "select concat_ws(' ', area, report_id, reason) from stat_aside where generation = ?1 order by report_id",
                        night.generation()))
                .containsExactly("1763 2 status", "1763 3 source");
        assertThat(Town.lines(em, "select reports from stat_night where generation = ?1", night.generation()))
                .containsExactly("1");
        // Mended: the next night has them.
        Sql.run(em, "update history_entry set to_status = 'FIXED' where to_status = 'MENDED'");
        Sql.run(em, "update report set source = 'WEB' where id = 3");
        Night next = Town.night(em, clock, null);
        assertThat(Town.lines(em, "select reports from stat_night where generation = ?1", next.generation()))
                .containsExactly("3");
        assertThat(Town.rows(em, next.generation())).noneMatch(row -> row.startsWith("stat_aside"));
    }

    @Test
    void aMunicipalityThatCannotBeCountedKeepsTheFiguresOfTheNightBefore() {
        build(400);
        Night before = Town.night(em, clock, "2026-10-31T23:00:00Z");
        Night night = figures.begin("2026-11-05T23:00:00Z");
        for (String code : List.of("0136", "0180", "1763")) {
            figures.count(night, code);
        }
        figures.skip(night, "1780", "x".repeat(3_000));
        figures.sum(night);
        figures.publish(night.cutOff().toString());
        assertThat(Town.lines(
                        em,
                        "select concat_ws(' ', area, stale, char_length(reason)) from stat_area where generation = ?1 and stale",
                        night.generation()))
                .containsExactly("1780 1 1000");
        assertThat(Town.rows(em, night.generation()).stream()
                        .filter(row -> row.contains(" 1780 ") && !row.startsWith("stat_month")))
                .isEqualTo(Town.rows(em, before.generation()).stream()
                        .filter(row -> row.contains(" 1780 ") && !row.startsWith("stat_month"))
                        .toList());
        // November has begun since: what was open then is still shown as open.
        assertThat(Town.lines(
                        em,
                        "select concat_ws(' ', month - 2026 * 12 + 1, reported, fixed) from stat_month where generation = ?1"
                                + " and area = '1780' and category_code = '*' order by month desc limit 1",
                        night.generation()))
                .containsExactly("11 0 0");
    }

    @Test
    void onlyTheNewestCutOffIsReadAndTheOneBeforeIsKeptForWhoIsJustReadingIt() {
        build(50);
        Nights nights = new Nights(em, clock);
        Night monday = Town.night(em, clock, "2026-11-20T23:00:00Z");
        Night tuesday = Town.night(em, clock, "2026-11-21T23:00:00Z");
        Night wednesday = Town.night(em, clock, null);
        Night givenUp = figures.begin("2026-11-19T23:00:00Z");
        figures.count(givenUp, "0136");
        assertThat(nights.published()).contains(wednesday);
        // Somebody counts an old night again: nobody reads it.
        Night old = Town.night(em, clock, "2026-10-01T22:00:00Z");
        assertThat(nights.published()).contains(wednesday);
        int portions = 0;
        while (figures.sweep(100) > 0) {
            portions++;
        }
        assertThat(portions).isGreaterThan(3);
        assertThat(Town.rows(em, monday.generation())).isEmpty();
        assertThat(Town.rows(em, old.generation())).isEmpty();
        assertThat(Town.rows(em, givenUp.generation())).isEmpty();
        assertThat(Town.rows(em, tuesday.generation())).isNotEmpty();
        assertThat(Town.rows(em, wednesday.generation())).isNotEmpty();
        assertThat(Town.lines(em, "select generation from stat_night order by generation"))
                .containsExactly("" + tuesday.generation(), "" + wednesday.generation());
    }

    @Test
    void figuresThatDoNotAgreeAreNotPublished() {
        build(50);
        Night night = figures.begin(null);
        figures.municipalities(night, true, "").forEach(code -> figures.count(night, code));
        figures.municipalities(night, false, "").forEach(code -> figures.count(night, code));
        figures.sum(night);
        Sql.run(
                em,
                "update stat_stock set reports = reports + 1 where generation = ?1 and area = 'SE' limit 1",
                night.generation());
        assertThatThrownBy(() -> figures.publish(night.cutOff().toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reports");
        assertThat(new Nights(em, clock).published()).isEmpty();
    }

    @Test
    void aCutOffIsAMomentThatHasCome() {
        assertThatThrownBy(() -> figures.begin("yesterday")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figures.begin("2026-11-23T08:00:01Z")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figures.building(null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyServiceHasANightToo() {
        new Town(em);
        Night night = Town.night(em, clock, null);
        assertThat(Town.rows(em, night.generation())).isEmpty();
        assertThat(new Nights(em, clock).published()).contains(night);
    }

    @Test
    void whoChangesAReportIsNotWaitedForAndDoesNotWait() throws SQLException {
        commit(own -> new Town(own)
                .add(report(1, "1763", "lighting", "2026-03-01T10:00:00Z", becomes(FIXED, "2026-03-04T10:00:00Z"))));
        try (Connection writer = dataSource().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("set innodb_lock_wait_timeout = 1");
            statement.executeUpdate(
                    "update report set status = 'REPORTED', changed_at = '2026-11-23 07:59:00' where id = 1");
            statement.executeUpdate("insert into history_entry (id, report_id, at, kind, to_status, actor, internal)"
                    + " values (99, 1, '2026-11-23 07:59:00', 'STATUS', 'REPORTED', 'REPORTER', 0)");
            Sql.run(em, "set innodb_lock_wait_timeout = 1");
            Night night = Town.night(em, clock, null);
            assertThat(Town.rows(em, night.generation()))
                    .anyMatch(row -> row.startsWith("stat_stock 1763 lighting FIXED"));
            // The night's transaction is still open; whoever writes goes on all the same.
            statement.executeUpdate("update report set title = 'En annan lampa' where id = 1");
            statement.executeUpdate("update history_entry set text = 'x' where report_id = 1");
            writer.rollback();
        } finally {
            Sql.run(em, "set innodb_lock_wait_timeout = default");
        }
    }
}
