package se.fixamingata.map;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;

class MapCountsIT extends DatabaseTest {

    private static final Position FORSHAGA = Position.of(59.53, 13.48);
    private static final Position MALMO = Position.of(55.6, 13.0);

    @Test
    void afterAnySequenceOfChangesTheCountsAreThoseOfARecount() {
        ReportRow.addMunicipalities(em);
        RandomReports reports = new RandomReports(99);
        List<ReportRow> rows = new ArrayList<>(reports.some(120));
        MapCounts counts = new MapCounts(em);
        rows.forEach(row -> counts.count(new ReportChanged(row.id(), null, row.onMap())));
        for (int i = 0; i < 300; i++) {
            int which = reports.random.nextInt(rows.size());
            ReportRow before = rows.get(which);
            ReportRow after = changed(before, reports);
            counts.count(new ReportChanged(before.id(), before.onMap(), after.onMap()));
            rows.set(which, after);
        }
        List<List<Object>> kept = cells(em);
        ReportRow.addAll(em, rows);
        counts.rebuild();
        assertThat(kept).hasSizeGreaterThan(100);
        assertThat(cells(em)).isEqualTo(kept);
    }

    private static ReportRow changed(ReportRow row, RandomReports reports) {
        return switch (reports.random.nextInt(5)) {
            case 0 -> row.at(reports.place());
            case 1 ->
                row.with(ReportStatus.values()[reports.random.nextInt(ReportStatus.values().length)])
                        .changed(reports.moment());
            case 2 -> row.with(Visibility.values()[reports.random.nextInt(Visibility.values().length)]);
            case 3 -> row.about(RandomReports.CATEGORIES.get(reports.random.nextInt(RandomReports.CATEGORIES.size())));
            default -> row;
        };
    }

    @Test
    void aChangeRaisesTheVersionOfOldAndNewPlaceAndOfNothingElse() {
        MapCounts counts = new MapCounts(em);
        MapTiles tiles = new MapTiles(em);
        ReportRow report = ReportRow.of(1, FORSHAGA.lat(), FORSHAGA.lon());
        counts.count(new ReportChanged(1, null, report.onMap()));
        String country = tiles.version(MapCell.at(FORSHAGA, 4), MapFilter.ALL);
        String old = tiles.version(MapCell.at(FORSHAGA, 15), MapFilter.ALL);
        String fresh = tiles.version(MapCell.at(MALMO, 12), MapFilter.ALL);
        String elsewhere = tiles.version(MapCell.at(Position.of(65, 20), 10), MapFilter.ALL);

        counts.count(new ReportChanged(1, report.onMap(), report.at(MALMO).onMap()));

        assertThat(tiles.version(MapCell.at(FORSHAGA, 4), MapFilter.ALL)).isNotEqualTo(country);
        assertThat(tiles.version(MapCell.at(FORSHAGA, 15), MapFilter.ALL)).isNotEqualTo(old);
        assertThat(tiles.version(MapCell.at(MALMO, 12), MapFilter.ALL)).isNotEqualTo(fresh);
        assertThat(tiles.version(MapCell.at(Position.of(65, 20), 10), MapFilter.ALL))
                .isEqualTo(elsewhere);
    }

    @Test
    void hidingRaisesTheVersionThoughNothingIsCountedAnyMore() {
        MapCounts counts = new MapCounts(em);
        ReportRow report = ReportRow.of(1, FORSHAGA.lat(), FORSHAGA.lon());
        counts.count(new ReportChanged(1, null, report.onMap()));
        String shown = new MapTiles(em).version(MapCell.at(FORSHAGA, 15), MapFilter.ALL);
        counts.count(new ReportChanged(1, report.onMap(), null));
        assertThat(new MapTiles(em).version(MapCell.at(FORSHAGA, 15), MapFilter.ALL))
                .isNotEqualTo(shown);
        assertThat(cells(em)).isEmpty();
    }

    @Test
    void reportsThatMoveBothWaysAtOnceDoNotWaitForEachOther() throws Exception {
        int times = 60;
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> there = two.submit(() -> move(times, together, FORSHAGA, MALMO, 1));
            Future<?> back = two.submit(() -> move(times, together, MALMO, FORSHAGA, 2));
            there.get(60, TimeUnit.SECONDS);
            back.get(60, TimeUnit.SECONDS);
        } finally {
            two.shutdownNow();
        }
        List<List<Object>> left = committed(MapCountsIT::cells);
        assertThat(left).isEmpty();
    }

    private Void move(int times, CyclicBarrier together, Position from, Position to, long id) throws Exception {
        ReportRow here = ReportRow.of(id, from.lat(), from.lon());
        change(id, null, here);
        for (int i = 0; i < times; i++) {
            together.await(30, TimeUnit.SECONDS);
            change(id, here, here.at(to));
            change(id, here.at(to), here);
        }
        change(id, here, null);
        return null;
    }

    private void change(long id, ReportRow before, ReportRow after) {
        commit(own -> new MapCounts(own)
                .count(new ReportChanged(
                        id, before == null ? null : before.onMap(), after == null ? null : after.onMap())));
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> cells(EntityManager own) {
        List<Object[]> rows = own.createNativeQuery(
                        "select level, category, cell, status, month, reports, sum_lat, sum_lon from map_cell"
                                + " where reports <> 0 order by 1, 2, 3, 4, 5")
                .getResultList();
        return rows.stream().map(List::of).toList();
    }
}
