package se.fixamingata.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCellTest {

    /** The tile numbers of OpenStreetMap's own formula. */
    @ParameterizedTest
    @CsvSource({
        "0, 59.53, 13.48, 0, 0",
        "10, 59.53, 13.48, 550, 300",
        "15, 59.3383, 18.0655, 18028, 9635",
        "18, 57.7089, 11.9746, 139791, 79353"
    })
    void isTheTileThatEveryWebMapKnows(int zoom, double lat, double lon, int x, int y) {
        assertThat(MapCell.at(Position.of(lat, lon), zoom)).isEqualTo(new MapCell(zoom, x, y));
    }

    @Test
    void theNumberIsTheQuadkey() {
        // Quadkey 213 (Bing's example): tile 3/3/5, digits base 4.
        assertThat(new MapCell(3, 3, 5).number()).isEqualTo(2 * 16 + 1 * 4 + 3);
    }

    @Test
    void theNumberFindsTheCellAgain() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            int zoom = random.nextInt(MapCell.FINEST + 1);
            MapCell cell = new MapCell(zoom, random.nextInt(1 << zoom), random.nextInt(1 << zoom));

            assertThat(MapCell.ofNumber(zoom, cell.number())).isEqualTo(cell);
        }
    }

    @Test
    void aTileIsOneRangeOfFinerNumbers() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Position position = Position.of(55 + random.nextDouble() * 14, 11 + random.nextDouble() * 13);
            long number = MapCell.at(position, MapCell.FINEST).number();
            MapCell tile = MapCell.at(position, random.nextInt(MapCell.FINEST + 1));

            assertThat(number).isBetween(tile.first(MapCell.FINEST), tile.last(MapCell.FINEST));
        }
    }

    @Test
    void theRangesOfNeighboursDoNotMeet() {
        MapCell tile = new MapCell(10, 550, 300);
        MapCell next = MapCell.ofNumber(10, tile.number() + 1);

        assertThat(next.first(MapCell.FINEST)).isEqualTo(tile.last(MapCell.FINEST) + 1);
    }

    @Test
    void theParentHoldsTheChild() {
        MapCell child = MapCell.at(Position.of(59.53, 13.48), 14);

        assertThat(child.parent(8)).isEqualTo(MapCell.at(Position.of(59.53, 13.48), 8));
        assertThat(child.parent(8).box().contains(child.centre())).isTrue();
    }

    @Test
    void theBoxHoldsItsCentreAndTheCentreItsCell() {
        MapCell cell = new MapCell(12, 2200, 1207);

        assertThat(cell.box().contains(cell.centre())).isTrue();
        assertThat(MapCell.at(cell.centre(), 12)).isEqualTo(cell);
    }

    @Test
    void theFinestCellIsAboutAMetreInSweden() {
        BoundingBox box = MapCell.at(Position.of(60, 15), MapCell.FINEST).box();

        assertThat(Position.of(box.south(), box.west()).metresTo(Position.of(box.south(), box.east())))
                .isCloseTo(1.2, within(0.15));
    }

    @ParameterizedTest
    @CsvSource({"85, 180", "-85, -180", "85, -180", "-85, 180"})
    void theCornersOfTheWorldHaveACell(double lat, double lon) {
        assertThat(MapCell.at(Position.of(lat, lon), MapCell.FINEST).zoom()).isEqualTo(MapCell.FINEST);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "25, 0, 0", "3, 8, 0", "3, 0, 8", "3, -1, 0", "3, 0, -1"})
    void thereAreNoCellsOutsideTheGrid(int zoom, int x, int y) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MapCell(zoom, x, y));
    }

    @Test
    void aCoarserZoomHasNoRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MapCell(10, 550, 300).first(9));
    }
}
