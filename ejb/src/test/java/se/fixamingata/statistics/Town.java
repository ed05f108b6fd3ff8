package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.shared.SqlTime;

/** Reports with their histories as rows, and the whole night over them; for tests. Municipalities 1763 and 1780 in county 17, 0180 and 0136 in 01. */
public final class Town {

    /** Something in a report's history: a status, or a word when that is null. */
    public record Entry(Instant at, ReportStatus status, boolean byAuthority) {}

    /** A confirmed report. */
    public record Case(
            long id, String municipality, String category, Source source, Instant confirmed, List<Entry> entries) {

        ReportStatus status() {
            return statusAt(Instant.MAX);
        }

        ReportStatus statusAt(Instant moment) {
            return entries.stream()
                    .filter(entry -> entry.status() != null && entry.at().isBefore(moment))
                    .map(Entry::status)
                    .reduce(ReportStatus.REPORTED, (before, after) -> after);
        }
    }

    private static final List<String> MUNICIPALITIES = List.of("0136", "0180", "1763", "1780");
    private static final List<String> CATEGORIES = List.of("lighting", "litter", "other", "winter");
    private static final List<String> TABLES =
            List.of("stat_flow", "stat_stock", "stat_month", "stat_time", "stat_aside");

    private final EntityManager em;
    private long entries = 1_000_000;

    public Town(EntityManager em) {
        this.em = em;
        for (String code : MUNICIPALITIES) {
            run(
                    "insert into municipality (code, name, slug, county_code, county, population, lat, lon)"
                            + " values (?1, ?1, ?1, ?2, '', 10000, 59, 13)",
                    code,
                    code.substring(0, 2));
            run(
                    "insert into authority (code, kind, state, slug, name, changed_at, version)"
                            + " values (?1, 'MUNICIPALITY', 'DEFAULT', ?1, ?1, '2026-01-01', 1)",
                    code);
        }
    }

    /** A report that somebody has sent in by the page. */
    public static Case report(long id, String municipality, String category, String confirmed, Entry... entries) {
        return new Case(id, municipality, category, Source.WEB, Instant.parse(confirmed), List.of(entries));
    }

    /** The authority gives it that status. */
    public static Entry becomes(ReportStatus status, String at) {
        return new Entry(Instant.parse(at), status, true);
    }

    /** Many, with all that can become of them, in the two years before that moment and a little after it. */
    public static List<Case> many(int reports, Instant until, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Case> cases = new ArrayList<>();
        for (int id = 1; id <= reports; id++) {
            Instant confirmed = until.minus(Duration.ofMinutes(random.nextLong(2 * 365 * 24 * 60)))
                    .plus(Duration.ofHours(12));
            List<Entry> story = new ArrayList<>();
            ReportStatus status = ReportStatus.REPORTED;
            Instant at = confirmed;
            for (int step = random.nextInt(6); step > 0; step--) {
                at = at.plus(Duration.ofMinutes(random.nextLong(40 * 24 * 60)));
                ReportStatus next = random.nextInt(4) == 0 ? null : successor(status, random);
                status = next == null ? status : next;
                if (at.isBefore(until.plus(Duration.ofDays(1)))) {
                    story.add(new Entry(at, next, random.nextInt(3) > 0));
                }
            }
            cases.add(new Case(
                    id,
                    MUNICIPALITIES.get(random.nextInt(MUNICIPALITIES.size())),
                    CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                    Source.values()[random.nextInt(Source.values().length)],
                    confirmed,
                    story));
        }
        return cases;
    }

    private static ReportStatus successor(ReportStatus status, SplittableRandom random) {
        ReportStatus[] all = ReportStatus.values();
        ReportStatus next = all[random.nextInt(all.length)];
        while (!status.mayBecome(next)) {
            next = all[random.nextInt(all.length)];
        }
        return next;
    }

    public Town add(Case... cases) {
        return add(List.of(cases));
    }

    public Town add(List<Case> cases) {
        List<List<Object>> reports = new ArrayList<>();
        List<List<Object>> history = new ArrayList<>();
        for (Case one : cases) {
            String confirmed = SqlTime.text(one.confirmed());
            String changed = one.entries().isEmpty()
                    ? confirmed
                    : SqlTime.text(one.entries().get(one.entries().size() - 1).at());
            reports.add(List.of(
                    one.id(),
                    one.municipality(),
                    one.municipality(),
                    one.category(),
                    one.status().name(),
                    one.source().name(),
                    confirmed,
                    confirmed,
                    changed,
                    "PUBLIC",
                    1,
                    "Lampan är trasig",
                    "Den har varit mörk i en vecka",
                    59,
                    13,
                    0,
                    "Eva",
                    "eva@example.se",
                    0,
                    "sv",
                    1));
            history.add(List.of(++entries, one.id(), confirmed, "CONFIRMED", "", "REPORTER", 0));
            for (Entry entry : one.entries()) {
                history.add(List.of(
                        ++entries,
                        one.id(),
                        SqlTime.text(entry.at()),
                        entry.status() == null ? "COMMENT" : "STATUS",
                        entry.status() == null ? "" : entry.status().name(),
                        entry.byAuthority() ? "AUTHORITY" : "REPORTER",
                        0));
            }
        }
        Sql.insert(
                em,
                "insert into report (id, municipality_code, authority_code, category_code, status, source, submitted_at, confirmed_at,"
                        + " changed_at, visibility, listed, title, description, lat, lon, cell, reporter_name, reporter_email, show_name,"
                        + " language, version)",
                reports);
        Sql.insert(em, "insert into history_entry (id, report_id, at, kind, to_status, actor, internal)", history);
        run("update history_entry set to_status = null where to_status = ''");
        return this;
    }

    /** Whoever is not to handle it sees it no more. */
    public void keepFromEverybody(long report, String visibility) {
        run("update report set visibility = ?1, listed = 0 where id = ?2", visibility, report);
    }

    /** Does the whole night, and returns it published. */
    public static Night night(EntityManager em, Clock clock, String cutOff) {
        NightlyFigures figures = new NightlyFigures(em, clock);
        Night night = figures.begin(cutOff);
        finish(figures, night, "");
        return night;
    }

    /** Counts what comes after that municipality, and publishes. */
    static void finish(NightlyFigures figures, Night night, String after) {
        figures.municipalities(night, true, after).forEach(code -> figures.count(night, code));
        figures.municipalities(night, false, after).forEach(code -> figures.count(night, code));
        figures.moved(night).forEach(code -> figures.count(night, code));
        figures.sum(night);
        figures.publish(night.cutOff().toString());
    }

    /** All rows of a generation, but for its number. */
    public static List<String> rows(EntityManager em, int generation) {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            String columns = String.join(
                    ", ",
                    Sql.texts(
                            em,
                            "select concat('coalesce(', column_name, ', ''-'')') from information_schema.columns"
                                    + " where table_schema = database() and table_name = ?1 and column_name <> 'generation'"
                                    + " order by ordinal_position",
                            table));
            rows.addAll(Sql.texts(
                    em,
                    "select concat_ws(' ', '" + table + "', " + columns + ") as line from " + table
                            + " where generation = ?1 order by line",
                    generation));
        }
        return rows;
    }

    /** One line of figures: {@code "1763 lighting ..."}, the columns put together by blanks. */
    static List<String> lines(EntityManager em, String select, Object... parameters) {
        return Sql.texts(em, select, parameters);
    }

    private void run(String statement, Object... parameters) {
        Sql.run(em, statement, parameters);
    }
}
