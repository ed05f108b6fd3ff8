package se.fixamingata.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sweref99TmTest {

    @Test
    @DisplayName("On the central meridian the easting is 500,000 m")
    void centralMeridian() {
        assertThat(Sweref99Tm.of(Position.of(60, 15)).east()).isEqualTo(500_000, within(0.001));
    }

    @ParameterizedTest(name = "{0}, {1} is {2}, {3}")
    @CsvSource({
        // From PROJ (EPSG:4326 to EPSG:3006): the corners of the country and some towns.
        "66, 24, 7349217.668, 907351.981",
        "55.34, 13.36, 6133851.936, 395985.589",
        "59.33, 18.07, 6580824.576, 674647.882",
        "59.53, 13.48, 6600053.270, 414023.158",
        "69.06, 20.55, 7671063.759, 721104.928",
        "57.7, 11.97, 6399348.061, 319439.772",
        // Lantmäteriet's published control points.
        "57, 19.5, 6326392.707, 773251.054",
        "59, 11.25, 6546096.724, 284626.066",
        "61, 18.75, 6768593.345, 702745.127",
        "63, 12, 6989134.048, 348083.148",
        "67, 24, 7459745.672, 891298.142",
        "69, 21, 7666089.698, 739639.195",
    })
    void knownPoints(double lat, double lon, double north, double east) {
        Sweref99Tm point = Sweref99Tm.of(Position.of(lat, lon));

        assertThat(point.north()).isEqualTo(north, within(0.002));
        assertThat(point.east()).isEqualTo(east, within(0.002));
        assertThat(new Sweref99Tm(north, east).toPosition().metresTo(Position.of(lat, lon)))
                .isLessThan(0.1);
    }

    @ParameterizedTest
    @CsvSource({"55.34, 13.36", "57.7, 11.97", "59.33, 18.07", "59.53, 13.48", "69.06, 20.55", "65.8, 24.1"})
    @DisplayName("There and back again is the same place to a decimetre")
    void thereAndBack(double lat, double lon) {
        Position place = Position.of(lat, lon);

        assertThat(Sweref99Tm.of(place).toPosition().metresTo(place)).isLessThan(0.1);
        assertThat(Sweref99Tm.of(place).isPlausible()).isTrue();
    }
}
