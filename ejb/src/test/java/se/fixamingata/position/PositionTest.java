package se.fixamingata.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static final Position FORSHAGA = Position.of(59.53, 13.48);

    @ParameterizedTest
    @CsvSource({
        "NaN, 13",
        "59, NaN",
        "91, 13",
        "-91, 13",
        "85.1, 13",
        "59, 180.5",
        "59, -181",
        "Infinity, 13",
        "59, -Infinity"
    })
    void whatIsNoPlaceOnTheMapIsNoPosition(double lat, double lon) {
        assertThat(Position.find(lat, lon)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Position.of(lat, lon));
    }

    @ParameterizedTest
    @CsvSource({"85, 180", "-85, -180", "0, 0", "59.53, 13.48"})
    void theEdgesBelongToIt(double lat, double lon) {
        assertThat(Position.find(lat, lon)).contains(Position.of(lat, lon));
    }

    @Test
    void sixDecimalsSurviveATripThroughText() {
        Position position = Position.of(59.123456789, 13.987654321);

        assertThat(position.lat()).isEqualTo(59.123457);
        assertThat(position.lon()).isEqualTo(13.987654);
        assertThat(Position.of(Double.parseDouble("" + position.lat()), Double.parseDouble("" + position.lon())))
                .isEqualTo(position)
                .hasSameHashCodeAs(position);
    }

    @Test
    void aDegreeOfLatitudeIs111Kilometres() {
        assertThat(Position.of(59, 13).metresTo(Position.of(60, 13))).isCloseTo(111_195, within(1.0));
    }

    @Test
    void distanceKnowsThatMeridiansConverge() {
        double atTheEquator = Position.of(0, 13).metresTo(Position.of(0, 14));
        double inTheNorth = Position.of(60, 13).metresTo(Position.of(60, 14));

        assertThat(inTheNorth).isCloseTo(atTheEquator / 2, within(10.0));
    }

    @Test
    void distanceToItselfIsNothingAndIsTheSameBothWays() {
        Position stockholm = Position.of(59.33, 18.07);

        assertThat(FORSHAGA.metresTo(FORSHAGA)).isZero();
        assertThat(FORSHAGA.metresTo(stockholm)).isEqualTo(stockholm.metresTo(FORSHAGA));
    }

    @Test
    void theBoxAroundHoldsTheCircle() {
        BoundingBox box = FORSHAGA.around(250);

        assertThat(Position.of(box.north(), FORSHAGA.lon()).metresTo(FORSHAGA)).isCloseTo(250, within(0.5));
        assertThat(Position.of(FORSHAGA.lat(), box.east()).metresTo(FORSHAGA)).isCloseTo(250, within(0.5));
        assertThat(box.contains(FORSHAGA)).isTrue();
        assertThat(box.contains(Position.of(59.54, 13.48))).isFalse();
    }

    @Test
    void aBoxIsNotUpsideDown() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(60, 13, 59, 14));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(59, 13, Double.NaN, 14));
    }
}
