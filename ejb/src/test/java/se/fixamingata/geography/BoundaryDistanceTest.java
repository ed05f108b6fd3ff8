package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixamingata.position.Position;

/** Distances and tolerances on two invented municipalities side by side at 60 degrees north, one with an exclave in the other. */
class BoundaryDistanceTest {

    /** One degree of longitude at 60 degrees north is half of one at the equator. */
    private static final double METRES_PER_DEGREE_EAST = 111_195 * 0.5;

    private static final double METRES_PER_DEGREE_NORTH = 111_195;

    @TempDir
    Path directory;

    private Boundaries boundaries;

    @BeforeEach
    void twoMunicipalities() throws Exception {
        write(
                "kommuner.tsv",
                """
                kommunkod\tkommunnamn\tlanskod\tlan\tfolkmangd_2024\tstorsta_ort\tlat\tlon
                0001\tVäst\t00\tProvlän\t100\tVäst\t60.05\t15.05
                0002\tÖst\t00\tProvlän\t\tÖst\t60.05\t15.15
                """);
        write(
                "kommuner.geojson",
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"kommunkod":"0001"},"geometry":{"type":"MultiPolygon","coordinates":[
                 [[[15,60],[15.1,60],[15.1,60.1],[15,60.1],[15,60]]],
                 [[[15.15,60.04],[15.16,60.04],[15.16,60.05],[15.15,60.05],[15.15,60.04]]]]}},
                {"geometry":{"coordinates":[
                 [[15.1,60],[15.2,60],[15.2,60.1],[15.1,60.1],[15.1,60]],
                 [[15.15,60.04],[15.15,60.05],[15.16,60.05],[15.16,60.04],[15.15,60.04]]],"type":"Polygon"},
                 "properties":{"kommunkod":"0002","area":7,"more":null},"type":"Feature"}
                ]}
                """);
        write("orter.tsv", "namn\tlat\tlon\tkommunkod\tbefolkning\tkalla\nVäst\t60.05\t15.05\t0001\t100\tcities500\n");
        boundaries = new Boundaries(ReferenceData.inDirectory(directory));
    }

    @Test
    void metresAreMeasuredOnTheGroundNotInDegrees() {
        Location location = locate(60.05, 15.09);

        assertThat(location.area().code()).isEqualTo("0001");
        assertThat(location.borderDistanceMetres()).isCloseTo(0.01 * METRES_PER_DEGREE_EAST, within(5.0));
        assertThat(locate(60.09, 15.05).borderDistanceMetres()).isCloseTo(0.01 * METRES_PER_DEGREE_NORTH, within(5.0));
    }

    @Test
    void neighboursWithinTwoHundredMetresAreOffered() {
        assertThat(locate(60.08, 15.1 - 199 / METRES_PER_DEGREE_EAST).alternatives())
                .extracting(Area::code)
                .containsExactly("0002");
        assertThat(locate(60.08, 15.1 - 201 / METRES_PER_DEGREE_EAST).alternatives())
                .isEmpty();
    }

    @Test
    void anExclaveBelongsToItsMunicipality() {
        Location location = locate(60.045, 15.155);

        assertThat(location.area().code()).isEqualTo("0001");
        assertThat(location.borderDistanceMetres()).isCloseTo(0.005 * METRES_PER_DEGREE_EAST, within(5.0));
    }

    @Test
    void aHundredMetresOutsideIsStillInside() {
        assertThat(locate(60 - 95 / METRES_PER_DEGREE_NORTH, 15.05).area().code())
                .isEqualTo("0001");
        assertThat(boundaries.locate(Position.of(60 - 105 / METRES_PER_DEGREE_NORTH, 15.05)))
                .isEmpty();
    }

    @Test
    void aPointOnTheBorderBelongsToOneOfThemAlways() {
        Location location = locate(60.05, 15.1);

        assertThat(location.area().code()).isEqualTo("0001");
        assertThat(location.borderDistanceMetres()).isCloseTo(0, within(0.01));
        assertThat(location.alternatives()).extracting(Area::code).containsExactly("0002");
    }

    private Location locate(double lat, double lon) {
        return boundaries.locate(Position.of(lat, lon)).orElseThrow();
    }

    private void write(String file, String text) throws Exception {
        Files.copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), directory.resolve(file));
    }
}
