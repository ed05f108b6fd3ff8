package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.Position;

class CoordinateTextTest {

    private static final Position KARLSTAD = Position.of(59.38, 13.5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "59.38, 13.50",
                "59.38,13.50",
                "59.38 13.50",
                "59.38; 13.50",
                "59.38 / 13.50",
                "(59.38, 13.50)",
                "59,38 13,50",
                "59,38, 13,50",
                "59,38; 13,50",
                "13.50, 59.38",
                "13,50 59,38",
                "59.38N 13.50E",
                "59.38 N, 13.50 E",
                "59.38° N, 13.50° E",
                "N59.38° E13.50°",
                "N 59,38 E 13,50",
                "N 59,38 Ö 13,50",
                "E 13,50 N 59,38",
                "13.50E 59.38N",
                "n59.38 e13.50",
                "59°22'48\"N 13°30'0\"E",
                "59° 22,8' N 13° 30' E",
                "59°22′48″N, 13°30′00″E",
                "+59.38 +13.50"
            })
    void asPeopleWriteIt(String text) {
        assertThat(CoordinateText.parse(text)).contains(KARLSTAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6583000 412000",
                "412000 6583000",
                "6583000, 412000",
                "6583000,0 412000,0",
                "N 6583000 E 412000",
                "6583000N 412000E",
                "6583000.0,412000.0"
            })
    void gridNumbersInEitherOrder(String text) {
        Position position = CoordinateText.parse(text).orElseThrow();

        // The same point by PROJ, EPSG:3006 to EPSG:4326.
        assertThat(position.metresTo(Position.of(59.376497, 13.451264))).isLessThan(0.2);
    }

    @Test
    void southAndWestAreNegative() {
        assertThat(CoordinateText.parse("33.9S 18.4E")).contains(Position.of(-33.9, 18.4));
        assertThat(CoordinateText.parse("40.7N 74.0W")).contains(Position.of(40.7, -74));
        assertThat(CoordinateText.parse("-33.9, 18.4")).contains(Position.of(-33.9, 18.4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "59.38",
                "59,38",
                "91, 10",
                "59.38, 200",
                "NaN, 13",
                "1e3, 13",
                "59.38N 13.50N",
                "13.50E 59.38E",
                "NE59.38 13.50",
                "59.38.1, 13",
                "6583000 41200000",
                "7900000 412000",
                "Storgatan 5",
                "5 6 7",
                "12345678 12345678"
            })
    void whatIsNoPosition(String text) {
        assertThat(CoordinateText.parse(text)).isEmpty();
    }

    @Test
    void aLongTextCostsNoTime() {
        String nasty = "5".repeat(60) + "°".repeat(60) + "'".repeat(60);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(CoordinateText.parse(nasty))
                .isEmpty());
    }
}
