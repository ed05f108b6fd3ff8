package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.position.Position;

class BoundariesTest {

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void everyMunicipalitysLargestPlaceLiesInIt(ReferenceData data) {
        Boundaries boundaries = new Boundaries(data);

        assertThat(data.municipalities()).hasSize(290).allSatisfy(facts -> assertThat(code(boundaries, facts.centre()))
                .contains(facts.code()));
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void allPostcodesLieInTheirMunicipality(ReferenceData data) {
        Boundaries boundaries = new Boundaries(data);

        assertThat(data.reference().postcodes())
                .hasSize(data.isApproximate() ? 0 : 18_870)
                .allSatisfy(postcode ->
                        assertThat(code(boundaries, postcode.position())).contains(postcode.municipalityCode()));
    }

    /** GeoNames gives a handful of villages to the wrong municipality; with straightened borders some more fall outside. */
    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void placesLieInTheirMunicipality(ReferenceData data) {
        Boundaries boundaries = new Boundaries(data);

        List<Place> elsewhere = data.reference().places().stream()
                .filter(place -> !code(boundaries, place.position()).equals(Optional.of(place.municipalityCode())))
                .toList();

        assertThat(elsewhere).hasSizeLessThanOrEqualTo(data.isApproximate() ? 10 : 0);
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void theIssuesExample(ReferenceData data) {
        Location location =
                new Boundaries(data).locate(Position.of(59.53, 13.48)).orElseThrow();

        assertThat(location.area()).isEqualTo(new Area("1763", "Forshaga", "17", "Värmlands län"));
        assertThat(location.borderDistanceMetres()).isBetween(2_000.0, 4_000.0);
        assertThat(location.alternatives()).isEmpty();
        assertThat(location.approximate()).isEqualTo(data.isApproximate());
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void theSeaOffGotlandIsGotland(ReferenceData data) {
        assertThat(code(new Boundaries(data), Position.of(57.5, 17.9))).contains("0980");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void abroadAndTheOpenSeaAreNowhere(ReferenceData data) {
        Boundaries boundaries = new Boundaries(data);

        assertThat(List.of(
                        Position.of(65.85, 24.15), // Tornio
                        Position.of(59.9, 10.7), // Oslo
                        Position.of(61.5, 11.5), // Norway, near the border
                        Position.of(55.67, 12.57), // Copenhagen
                        Position.of(56.04, 12.61), // Helsingør
                        Position.of(60.1, 19.94), // Mariehamn
                        Position.of(57.0, 20.5), // the Baltic
                        Position.of(0, 0),
                        Position.of(-59.5, -13.5),
                        Position.of(85, 180)))
                .allSatisfy(position -> assertThat(code(boundaries, position)).isEmpty());
    }

    @Test
    void bothSidesOfABorderOfferTheOther() {
        TestGeodata.full().ifPresent(data -> {
            Boundaries boundaries = new Boundaries(data);
            // Järnvägsgatan in Sundbyberg runs a block away from Solna.
            Location here = boundaries.locate(Position.of(59.3610, 17.9740)).orElseThrow();
            Location nearBorder = nearBorder(boundaries, here);

            assertThat(nearBorder.borderDistanceMetres()).isLessThanOrEqualTo(200);
            assertThat(nearBorder.alternatives()).isNotEmpty().doesNotContain(nearBorder.area());
        });
    }

    /** Walks east from Sundbyberg until the border is near: where exactly it runs is the data's business. */
    private static Location nearBorder(Boundaries boundaries, Location start) {
        Location location = start;
        for (double lon = 17.9740; location.borderDistanceMetres() > 150; lon += 0.0005) {
            location = boundaries.locate(Position.of(59.3610, lon)).orElseThrow();
        }
        return location;
    }

    @ParameterizedTest
    @CsvSource({"59.3326, 18.0649, 0180", "57.7072, 11.9668, 1480", "68.4, 22.6, 2584", "55.35, 13.35, 1287"})
    void farCornersOfTheCountry(double lat, double lon, String code) {
        TestGeodata.sets().forEach(data -> assertThat(code(new Boundaries(data), Position.of(lat, lon)))
                .contains(code));
    }

    private static Optional<String> code(Boundaries boundaries, Position position) {
        return boundaries.locate(position).map(location -> location.area().code());
    }
}
