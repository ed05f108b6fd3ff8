package se.fixamingata.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.Position;

class CircleCellsTest {

    private final Random random = new Random(5);

    private Position anywhere() {
        return Position.of(55.3 + random.nextDouble() * 13.8, 10.9 + random.nextDouble() * 13.3);
    }

    /** In each direction, just inside. */
    private static Position towards(Position from, double metres, double angle) {
        double degrees = metres / 111_195.0;
        return Position.of(
                from.lat() + degrees * Math.cos(angle),
                from.lon() + degrees * Math.sin(angle) / Math.cos(Math.toRadians(from.lat())));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 137, 1_000, 4_711, 20_000, 50_000})
    void whatLiesInACircleIsFoundByItsCells(int metres) {
        for (int i = 0; i < 200; i++) {
            Area.Circle circle = new Area.Circle(anywhere(), metres, "");
            List<Long> cells = CircleCells.of(circle);
            assertThat(cells).hasSizeBetween(1, CircleCells.MOST).doesNotHaveDuplicates();
            for (int j = 0; j < 40; j++) {
                Position place = towards(
                        circle.centre(), metres * Math.sqrt(random.nextDouble()), random.nextDouble() * 2 * Math.PI);
                if (circle.holds("", "", place)) {
                    assertThat(CircleCells.around(place)).anyMatch(cells::contains);
                }
            }
        }
    }

    /** Else nearly everybody would be measured who has a circle anywhere. */
    @Test
    void whatLiesFarAwayIsNotFound() {
        Area.Circle circle = new Area.Circle(Position.of(59.53, 13.48), 1_000, "");
        List<Long> cells = CircleCells.of(circle);
        for (double angle = 0; angle < 2 * Math.PI; angle += 0.1) {
            assertThat(CircleCells.around(towards(circle.centre(), 3_000, angle)))
                    .noneMatch(cells::contains);
        }
    }
}
