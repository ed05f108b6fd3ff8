package se.fixamingata.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportChanged.OnMap;

/**
 * Keeps the counts and versions of the map in the transaction that changes a report, so that they are never a moment off.
 *
 * <p>A report is counted in six rows: at three levels of cells, under its own category and under {@value #EVERY}. Transactions lock the
 * versions first and then the rows in the order of their key, hence cannot wait for each other in a circle; one that changes many reports
 * must take them in the order of their cells.
 */
@ApplicationScoped
public class MapCounts {

    /** Stands for all categories together. */
    static final String EVERY = "*";

    /** Zooms of the counted cells; each serves the tiles that show cells up to it and finer than the next. */
    static final List<Integer> LEVELS = List.of(8, 11, 14);

    @Inject
    EntityManager em;

    protected MapCounts() {}

    /** For tests. */
    public MapCounts(EntityManager em) {
        this.em = em;
    }

    /** Counts the report where it is now and no longer where it was. */
    public void count(@Observes ReportChanged change) {
        new MapVersions(em)
                .raise(Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .map(OnMap::position)
                        .toList());
        SortedMap<Row, Sums> changes = new TreeMap<>();
        add(changes, change.before(), -1);
        add(changes, change.after(), 1);
        changes.values().removeIf(Sums::areZero);
        if (!changes.isEmpty()) {
            write(changes);
        }
    }

    /**
     * Counts everything anew, for a restored or mass-loaded database: seconds for hundreds of thousands of reports, during which they
     * cannot change. Within the caller's transaction.
     */
    public void rebuild() {
        Arrays.stream(script().replaceAll("(?m)^--.*$", "").split(";"))
                .filter(statement -> !statement.isBlank())
                .forEach(statement -> em.createNativeQuery(statement).executeUpdate());
    }

    /** Year * 12 + month - 1 of the moment in UTC. */
    static int month(Instant moment) {
        ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
        return utc.getYear() * 12 + utc.getMonthValue() - 1;
    }

    private static void add(SortedMap<Row, Sums> changes, OnMap report, int sign) {
        if (report == null) {
            return;
        }
        for (int level : LEVELS) {
            long cell = MapCell.at(report.position(), level).number();
            for (String category : List.of(EVERY, report.categoryCode())) {
                Row row = new Row(level, category, cell, report.status().name(), month(report.changedAt()));
                changes.merge(row, Sums.of(report.position(), sign), Sums::plus);
            }
        }
    }

    private void write(SortedMap<Row, Sums> changes) {
        String places = String.join(", ", Collections.nCopies(changes.size(), "(?, ?, ?, ?, ?, ?, ?, ?)"));
        Query insert = em.createNativeQuery(
                "insert into map_cell (level, category, cell, status, month, reports, sum_lat, sum_lon) values "
                        + places
                        + " on duplicate key update reports = reports + value(reports),"
                        + " sum_lat = sum_lat + value(sum_lat), sum_lon = sum_lon + value(sum_lon)");
        int position = 1;
        for (Map.Entry<Row, Sums> change : changes.entrySet()) {
            Row row = change.getKey();
            Sums sums = change.getValue();
            for (Object value : List.of(
                    row.level, row.category, row.cell, row.status, row.month, sums.reports, sums.lat, sums.lon)) {
                insert.setParameter(position++, value);
            }
        }
        insert.executeUpdate();
    }

    private static String script() {
        try (InputStream script = MapCounts.class.getResourceAsStream("recount.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of a counted row, in the order of the primary key. */
    private record Row(int level, String category, long cell, String status, int month) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            int order = Integer.compare(level, other.level);
            order = order != 0 ? order : category.compareTo(other.category);
            order = order != 0 ? order : Long.compare(cell, other.cell);
            order = order != 0 ? order : status.compareTo(other.status);
            return order != 0 ? order : Integer.compare(month, other.month);
        }
    }

    /** What is added to a row; the sums are of micro-degrees. */
    private record Sums(int reports, long lat, long lon) {

        static Sums of(Position position, int sign) {
            return new Sums(sign, sign * Math.round(position.lat() * 1e6), sign * Math.round(position.lon() * 1e6));
        }

        Sums plus(Sums other) {
            return new Sums(reports + other.reports, lat + other.lat, lon + other.lon);
        }

        boolean areZero() {
            return reports == 0 && lat == 0 && lon == 0;
        }
    }
}
