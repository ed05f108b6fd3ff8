package se.fixamingata.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/** The rows of {@code stat_night}: which generation is being built, and which one is read. */
@ApplicationScoped
class Nights {

    private static final String LOCK = "statistics";

    private static final String NIGHT =
            "select generation, " + SqlTime.micros("cut_off") + ", middle from stat_night where ";

    /** The newest cut-off; counted twice, the later one. */
    static final String PUBLISHED = "published_at is not null order by cut_off desc, generation desc limit 1";

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    Nights() {}

    /** For tests. */
    Nights(EntityManager em, Clock clock) {
        this.em = em;
        this.turns = new OneAtATime(em);
        this.clock = clock;
    }

    /** The one that is being built for that cut-off, which is a new one when there is none. */
    Night begin(Instant cutOff) {
        turns.enter(LOCK);
        Optional<Night> begun = building(cutOff);
        if (begun.isEmpty()) {
            Sql.run(
                    em,
                    "insert into stat_night (cut_off, middle, began_at) values (?1, ?2, ?3)",
                    SqlTime.text(cutOff),
                    middle(cutOff),
                    SqlTime.text(clock.instant()));
        }
        return begun.or(() -> building(cutOff)).orElseThrow();
    }

    /** The unfinished one for that cut-off. */
    Optional<Night> building(Instant cutOff) {
        return night("published_at is null and cut_off = ?1 order by generation desc limit 1", SqlTime.text(cutOff));
    }

    /** What the pages read. */
    Optional<Night> published() {
        return night(PUBLISHED);
    }

    /** How many reports are in the figures that were published for that cut-off. */
    Optional<Long> published(Instant cutOff) {
        return Sql.rows(
                        em,
                        "select reports, 0 from stat_night where cut_off = ?1 and " + PUBLISHED,
                        SqlTime.text(cutOff))
                .stream()
                .findFirst()
                .map(row -> ((Number) row[0]).longValue());
    }

    private Optional<Night> night(String which, Object... parameters) {
        return Sql.rows(em, NIGHT + which, parameters).stream()
                .findFirst()
                .map(row -> new Night(((Number) row[0]).intValue(), SqlTime.instant(row[1]), (String) row[2]));
    }

    private String middle(Instant cutOff) {
        return Sql.texts(
                        em,
                        "select municipality_code from (select municipality_code, sum(reports) over (order by municipality_code)"
                                + " as upto, sum(reports) over () as total from (select municipality_code, count(*) as reports"
                                + " from report force index (ix_report_statistics) where confirmed_at < ?1 group by municipality_code) each_one) line"
                                + " where upto * 2 >= total order by municipality_code limit 1",
                        SqlTime.text(cutOff))
                .stream()
                .findFirst()
                .orElse("0000");
    }

    /** From now on this one is read, unless a later night has been published before. */
    void publish(Night night, long reports) {
        Sql.run(
                em,
                "update stat_night set published_at = ?1, reports = ?2 where generation = ?3",
                SqlTime.text(clock.instant()),
                reports,
                night.generation());
    }

    /**
     * Those whose rows nobody needs: all but the one that is read, the one before it (somebody may just be reading it), and those that are
     * being built for a later cut-off.
     */
    List<Integer> outdated() {
        return Sql.rows(
                        em,
                        "select generation, 0 from stat_night where generation not in (select generation from (select generation"
                                + " from stat_night where published_at is not null order by cut_off desc, generation desc limit 2) kept)"
                                + " and (published_at is not null or cut_off <= (select max(cut_off) from stat_night where published_at is not null))")
                .stream()
                .map(row -> ((Number) row[0]).intValue())
                .toList();
    }
}
