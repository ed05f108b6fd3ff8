package se.fixamingata.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellRangeTest {

    private final Random random = new Random(3);

    @Test
    void aBoxIsCoveredByAtMostNineRangesInOrder() {
        for (int i = 0; i < 2_000; i++) {
            double south = 54 + random.nextDouble() * 14;
            double west = 10 + random.nextDouble() * 13;
            double size = Math.pow(10, -6 + 7 * random.nextDouble());
            BoundingBox box = new BoundingBox(south, west, south + size * random.nextDouble(), west + size);
            List<CellRange> ranges = CellRange.covering(box);
            assertThat(ranges).hasSizeBetween(1, 9);
            for (int r = 1; r < ranges.size(); r++) {
                assertThat(ranges.get(r).first())
                        .isGreaterThan(ranges.get(r - 1).last() + 1);
            }
            for (int p = 0; p < 20; p++) {
                Position inside = Position.of(
                        south + (box.north() - south) * random.nextDouble(), west + size * random.nextDouble());
                if (box.contains(inside)) {
                    long cell = MapCell.at(inside, MapCell.FINEST).number();
                    assertThat(ranges).anyMatch(range -> range.first() <= cell && cell <= range.last());
                }
            }
        }
    }

    @Test
    void theWholeWorldIsCovered() {
        List<CellRange> ranges = CellRange.covering(new BoundingBox(-90, -180, 90, 180));
        assertThat(ranges.get(0).first()).isZero();
        assertThat(ranges.get(ranges.size() - 1).last()).isEqualTo((1L << 48) - 1);
    }
}
