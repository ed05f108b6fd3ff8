package se.fixamingata.statistics;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/**
 * Counting a night, step by step: begin, each municipality, what was moved meanwhile, counties and country, publish, sweep. Each call is
 * a transaction of its own; any of them may be made again after a breakdown, and gives the same rows.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NightlyFigures {

    /** Public reports whose municipality is not the one under which they were counted, that nobody has counted, or that no longer are. */
    private static final String MOVED = "select m.code from municipality m"
            + " left join (select municipality_code, count(*) as reports, sum(id) as number_sum"
            + " from report force index (ix_report_municipality) where listed = 1 and confirmed_at < ?2"
            + " and id not in (select report_id from stat_aside where generation = ?1) group by municipality_code) now"
            + " on now.municipality_code = m.code"
            + " join stat_area a on a.generation = ?1 and a.area = m.code and not a.stale"
            + " where coalesce(now.reports, 0) <> a.reports or coalesce(now.number_sum, 0) <> a.number_sum order by m.code";

    private static final String[] TABLES = {
        "stat_flow", "stat_stock", "stat_month", "stat_time", "stat_area", "stat_aside"
    };

    private static final int REASON_MAX = 1000;

    @Inject
    EntityManager em;

    @Inject
    Nights nights;

    @Inject
    MunicipalityFigures figures;

    @Inject
    Clock clock;

    /** For the container. */
    public NightlyFigures() {}

    /** For tests. */
    public NightlyFigures(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        this.nights = new Nights(em, clock);
        this.figures = new MunicipalityFigures(em, clock);
    }

    /**
     * Begins to build, or goes on with what was begun for the same cut-off and not finished.
     *
     * @param cutOff ISO 8601, for example {@code 2026-11-22T23:00:00Z}; null or empty for the last midnight in Sweden
     * @throws IllegalArgumentException when it is no moment, or has not come yet
     */
    public Night begin(String cutOff) {
        return nights.begin(moment(cutOff));
    }

    /**
     * What {@link #begin} has begun.
     *
     * @throws IllegalStateException when nothing is being built for that cut-off
     */
    public Night building(String cutOff) {
        Instant moment = moment(cutOff);
        return nights.building(moment)
                .orElseThrow(() -> new IllegalStateException("No figures are being counted up to " + moment));
    }

    private Instant moment(String cutOff) {
        Instant now = clock.instant();
        if (cutOff == null || cutOff.isBlank()) {
            return CutOff.lastMidnight(now);
        }
        try {
            Instant moment = Instant.parse(cutOff.strip());
            if (!moment.isAfter(now)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a moment: " + cutOff, e);
        }
        throw new IllegalArgumentException("That cut-off has not come yet: " + cutOff);
    }

    /**
     * The codes of one half of the municipalities, with about half of the reports.
     *
     * @param after only codes above this one; empty for all
     */
    public List<String> municipalities(Night night, boolean firstHalf, String after) {
        return Sql.texts(
                em,
                "select code from municipality where code " + (firstHalf ? "<=" : ">")
                        + " ?1 and code > ?2 order by code",
                night.middle(),
                after);
    }

    /** Counts a municipality. */
    public void count(Night night, String municipality) {
        figures.count(night, municipality);
    }

    /** A municipality that cannot be counted keeps the figures of the night before, and is listed with the reason. */
    public void skip(Night night, String municipality, String reason) {
        int before = nights.published().map(Night::generation).orElse(0);
        String told = reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) : reason;
        figures.keepOld(night, before, municipality, told);
    }

    /** Municipalities into which or out of which reports were moved, or in which some were hidden or shown, after they had been counted. */
    public List<String> moved(Night night) {
        return Sql.texts(em, MOVED, night.generation(), SqlTime.text(night.cutOff()));
    }

    /** Puts counties and the country together. */
    public void sum(Night night) {
        new Sums(em, night).write();
    }

    /**
     * Lets everybody read what was built for that cut-off. Published already, by somebody who died right afterwards, it stays so.
     *
     * @return how many reports are in it
     * @throws IllegalStateException when the figures do not agree with each other, a municipality is missing, or nothing was built
     */
    public long publish(String cutOff) {
        Optional<Night> built = nights.building(moment(cutOff));
        if (built.isEmpty()) {
            return nights.published(moment(cutOff)).orElseThrow(() -> new IllegalStateException("Nothing was built"));
        }
        long reports = new Checks(em, built.get()).pass();
        nights.publish(built.get(), reports);
        return reports;
    }

    /**
     * Deletes rows of generations that nobody reads any more.
     *
     * @param limit at most so many of one table
     * @return how many; 0 when all are gone
     */
    public int sweep(int limit) {
        for (int generation : nights.outdated()) {
            for (String table : TABLES) {
                int deleted = Sql.run(em, "delete from " + table + " where generation = ?1 limit " + limit, generation);
                if (deleted > 0) {
                    return deleted;
                }
            }
            Sql.run(em, "delete from stat_night where generation = ?1", generation);
        }
        return 0;
    }
}
