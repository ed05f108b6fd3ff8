package se.fixamingata.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.map.MapFeature.Cluster;
import se.fixamingata.map.MapFeature.Single;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;

class MapTilesIT extends DatabaseTest {

    private static final Position STOCKHOLM = Position.of(59.3402, 18.0650);

    private MapTiles tiles;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        tiles = new MapTiles(em);
    }

    @Test
    void everyTileOfEveryZoomAndFilterAgreesWithCountingByHand() {
        List<ReportRow> reports = new RandomReports(17).some(3_000);
        store(reports);
        for (MapFilter filter : filters()) {
            for (int zoom = 0; zoom <= MapTiles.FINEST_TILE; zoom++) {
                for (MapCell tile : tilesAround(reports, zoom)) {
                    compare(reports, tile, filter);
                }
            }
        }
    }

    @Test
    void aTileNeverHoldsMoreThanItMayAndLosesNobody() {
        List<ReportRow> reports = new RandomReports(4)
                .some(3_000).stream()
                        .map(row -> row.with(ReportStatus.REPORTED)
                                .with(Visibility.PUBLIC)
                                .at(STOCKHOLM))
                        .toList();
        List<ReportRow> spread = new ArrayList<>();
        for (ReportRow row : reports) {
            int n = spread.size();
            spread.add(row.at(Position.of(59.32 + n % 55 * 0.0007, 18.04 + n / 55 * 0.0014)));
        }
        store(spread);
        for (int zoom = 8; zoom <= MapTiles.FINEST_TILE; zoom++) {
            for (MapCell tile : tilesAround(spread, zoom)) {
                compare(spread, tile, MapFilter.ALL);
            }
        }
    }

    @Test
    void moreThanATileHoldsOnOnePointIsAClusterThatNoZoomParts() {
        store(LongStream.rangeClosed(1, 201)
                .mapToObj(id -> ReportRow.of(id, STOCKHOLM.lat(), STOCKHOLM.lon()))
                .toList());
        for (int zoom = 0; zoom <= MapTiles.FINEST_TILE; zoom++) {
            assertThat(tiles.tile(MapCell.at(STOCKHOLM, zoom), MapFilter.ALL).features())
                    .singleElement()
                    .isInstanceOfSatisfying(Cluster.class, cluster -> {
                        assertThat(cluster.count()).isEqualTo(201);
                        assertThat(cluster.open()).isEqualTo(201);
                        assertThat(cluster.fixed()).isZero();
                        assertThat(cluster.expandZoom()).isNull();
                        assertThat(cluster.lat()).isCloseTo(STOCKHOLM.lat(), within(1e-6));
                        assertThat(cluster.lon()).isCloseTo(STOCKHOLM.lon(), within(1e-6));
                    });
        }
    }

    @Test
    void twoOnOnePointAreAClusterAlsoWhereFewAreShownSingly() {
        store(List.of(
                ReportRow.of(1, STOCKHOLM.lat(), STOCKHOLM.lon()),
                ReportRow.of(2, STOCKHOLM.lat(), STOCKHOLM.lon()).with(ReportStatus.FIXED),
                ReportRow.of(3, 59.3412, 18.0650)));
        assertThat(tiles.tile(MapCell.at(STOCKHOLM, 15), MapFilter.ALL).features())
                .hasSize(2)
                .contains(new Cluster(STOCKHOLM.lat(), STOCKHOLM.lon(), 2, 1, 1, null));
    }

    @Test
    void aClusterPartsAtTheZoomItPromises() {
        List<ReportRow> pair = List.of(ReportRow.of(1, 59.3402, 18.0650), ReportRow.of(2, 59.3409, 18.0663));
        store(pair);
        Cluster cluster = (Cluster)
                tiles.tile(MapCell.at(STOCKHOLM, 5), MapFilter.ALL).features().get(0);
        assertThat(featuresAt(cluster.expandZoom(), pair)).hasSize(2);
        assertThat(cluster.count()).isEqualTo(2);
    }

    @Test
    void whatIsHiddenPrivateOrUnconfirmedNeverShows() {
        store(List.of(
                ReportRow.of(1, STOCKHOLM.lat(), STOCKHOLM.lon()).with(Visibility.HIDDEN),
                ReportRow.of(2, STOCKHOLM.lat(), STOCKHOLM.lon()).with(Visibility.PRIVATE),
                ReportRow.of(3, STOCKHOLM.lat(), STOCKHOLM.lon()).with(ReportStatus.UNCONFIRMED)));
        for (int zoom = 0; zoom <= MapTiles.FINEST_TILE; zoom++) {
            assertThat(tiles.tile(MapCell.at(STOCKHOLM, zoom), MapFilter.ALL).features())
                    .isEmpty();
        }
    }

    @Test
    void aTileTooFineIsRefused() {
        assertThatThrownBy(() -> tiles.tile(MapCell.at(STOCKHOLM, 21), MapFilter.ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void store(List<ReportRow> reports) {
        ReportRow.addAll(em, reports);
        new MapCounts(em).rebuild();
    }

    private static List<MapFilter> filters() {
        Set<ReportStatus> open = EnumSet.of(ReportStatus.REPORTED, ReportStatus.PLANNED, ReportStatus.FORWARDED);
        return List.of(
                MapFilter.ALL,
                new MapFilter(open, Set.of(), null),
                new MapFilter(Set.of(ReportStatus.FIXED), Set.of("lighting", "graffiti"), null),
                new MapFilter(Set.of(), Set.of("other"), Instant.parse("2026-03-01T00:00:00Z")),
                new MapFilter(Set.of(), Set.of(), Instant.parse("2026-05-22T22:00:00Z")),
                new MapFilter(open, Set.of("road_other"), Instant.parse("2025-12-31T23:59:59.999999Z")),
                new MapFilter(Set.of(), Set.of(), Instant.parse("2026-11-30T12:00:00Z")));
    }

    /** The tiles that hold a sample of the reports, and one beside them that may be empty. */
    private static Set<MapCell> tilesAround(List<ReportRow> reports, int zoom) {
        Set<MapCell> found = reports.stream()
                .filter(row -> row.id() % 211 == 1)
                .map(row -> MapCell.at(row.position(), zoom))
                .collect(Collectors.toSet());
        found.add(MapCell.at(Position.of(62.1, 15.3), zoom));
        return found;
    }

    private static Set<MapCell> featuresAt(int zoom, List<ReportRow> reports) {
        return reports.stream()
                .map(row -> MapCell.at(row.position(), Math.min(MapCell.FINEST, zoom + MapTiles.GRID)))
                .collect(Collectors.toSet());
    }

    private void compare(List<ReportRow> all, MapCell tile, MapFilter filter) {
        Map<Long, ReportRow> inside = all.stream()
                .filter(row -> fits(row, tile, filter))
                .collect(Collectors.toMap(ReportRow::id, row -> row));
        boolean singly = tile.zoom() >= MapTiles.FIRST_SINGLE && inside.size() <= MapTiles.MOST_FEATURES;
        int grid = singly ? MapCell.FINEST : tile.zoom() + MapTiles.GRID;
        Map<MapCell, List<ReportRow>> cells =
                inside.values().stream().collect(Collectors.groupingBy(row -> MapCell.at(row.position(), grid)));
        List<MapFeature> features = tiles.tile(tile, filter).features();
        assertThat(features)
                .as("%s %s", tile, filter)
                .hasSize(cells.size())
                .hasSizeLessThanOrEqualTo(MapTiles.MOST_FEATURES);
        for (MapFeature feature : features) {
            if (feature instanceof Single single) {
                compare(single, inside.get(single.id()));
            } else if (feature instanceof Cluster cluster) {
                Position position = Position.of(cluster.lat(), cluster.lon());
                assertThat(MapCell.at(position, tile.zoom())).isEqualTo(tile);
                compare(cluster, cells.get(MapCell.at(position, grid)), tile.zoom(), singly);
            }
        }
    }

    private static boolean fits(ReportRow row, MapCell tile, MapFilter filter) {
        return row.listed()
                && MapCell.at(row.position(), tile.zoom()).equals(tile)
                && (filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
                && (filter.categories().isEmpty() || filter.categories().contains(row.category()))
                && (filter.since() == null || !row.changedAt().isBefore(filter.since()));
    }

    private static void compare(Single single, ReportRow row) {
        assertThat(single)
                .isEqualTo(new Single(
                        row.id(),
                        row.position().lat(),
                        row.position().lon(),
                        row.status(),
                        row.category(),
                        row.title(),
                        row.confirmedAt()));
    }

    private static void compare(Cluster cluster, List<ReportRow> members, int zoom, boolean onOneSpot) {
        assertThat(members)
                .as("members of %s", cluster)
                .isNotNull()
                .hasSizeGreaterThan(1)
                .hasSize(cluster.count());
        assertThat(cluster.open()).isEqualTo(count(members, StatusGroup.OPEN));
        assertThat(cluster.fixed()).isEqualTo(count(members, StatusGroup.FIXED));
        double meanLat =
                members.stream().mapToDouble(m -> m.position().lat()).average().orElseThrow();
        double meanLon =
                members.stream().mapToDouble(m -> m.position().lon()).average().orElseThrow();
        if (!onOneSpot) {
            assertThat(cluster.lat()).isCloseTo(meanLat, within(1e-6));
            assertThat(cluster.lon()).isCloseTo(meanLon, within(1e-6));
        }
        if (cluster.expandZoom() == null) {
            boolean together = featuresAt(MapTiles.FINEST_PARTING, members).size() == 1;
            assertThat(together).as("%s parts after all", cluster).isTrue();
        } else if (cluster.expandZoom() < MapTiles.FINEST_PARTING) {
            assertThat(cluster.expandZoom()).isGreaterThan(zoom);
            assertThat(featuresAt(cluster.expandZoom(), members)).hasSizeGreaterThan(1);
            if (cluster.expandZoom() > zoom + 1) {
                assertThat(featuresAt(cluster.expandZoom() - 1, members)).hasSize(1);
            }
        }
    }

    private static long count(List<ReportRow> members, StatusGroup group) {
        return members.stream().filter(m -> m.status().group() == group).count();
    }
}
