package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceDataTest {

    private static final String MUNICIPALITIES =
            "kommunkod\tkommunnamn\tlanskod\tlan\tfolkmangd_2024\tstorsta_ort\tlat\tlon\n"
                    + "1763\tForshaga\t17\tVärmlands län\t11000\tForshaga\t59.5\t13.5\n";
    private static final String BOUNDARIES = "{\"type\":\"FeatureCollection\",\"features\":[\n"
            + "{\"type\":\"Feature\",\"properties\":{\"kommunkod\":\"1763\"},\n"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[13,59],[14,59],[14,60],[13,59]]]}}]}\n";
    private static final String PLACES =
            "namn\tlat\tlon\tkommunkod\tbefolkning\tkalla\nForshaga\t59.5\t13.5\t1763\t6000\tcities500\n";
    private static final String POSTCODES =
            "postnummer\tort\tlat\tlon\tkommunkod\tprecision\n66730\tForshaga\t59.5\t13.5\t1763\tort\n";

    @TempDir
    Path directory;

    @BeforeEach
    void aSoundDirectory() throws Exception {
        Files.writeString(directory.resolve("kommuner.tsv"), MUNICIPALITIES);
        Files.writeString(directory.resolve("kommuner.geojson"), BOUNDARIES);
        Files.writeString(directory.resolve("orter.tsv"), PLACES);
        Files.writeString(directory.resolve("postnummer.tsv"), POSTCODES);
    }

    @Test
    void isReadWhenFirstAskedAndThenLoaded() {
        ReferenceData data = ReferenceData.inDirectory(directory);
        assertThat(data.isLoaded()).isFalse();

        assertThat(data.municipalities()).extracting(MunicipalityFacts::slug).containsExactly("forshaga");

        assertThat(data.isLoaded()).isTrue();
        assertThat(data.isApproximate()).isFalse();
        assertThat(data.problem()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void everySetNamesItsSources(ReferenceData data) {
        assertThat(data.attributions())
                .isNotEmpty()
                .extracting(Attribution::text)
                .contains("GeoNames.org")
                .doesNotHaveDuplicates();
        assertThat(data.attributions()).anyMatch(Attribution::onMap);
    }

    @Test
    void onlyTheBuiltInSetIsApproximate() {
        assertThat(TestGeodata.builtIn().isApproximate()).isTrue();
        assertThat(new ReferenceData(Optional.of(" ")).isApproximate()).isTrue();
        TestGeodata.full().ifPresent(data -> assertThat(data.isApproximate()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void municipalitiesAreComplete(ReferenceData data) {
        assertThat(data.municipalities())
                .hasSize(290)
                .isSortedAccordingTo((one, other) -> one.code().compareTo(other.code()))
                .allSatisfy(facts -> {
                    assertThat(facts.code()).matches("\\d{4}").startsWith(facts.countyCode());
                    assertThat(facts.county()).endsWith(" län");
                    assertThat(facts.population() == null).isEqualTo(data.isApproximate());
                });
    }

    @ParameterizedTest
    @CsvSource({"kommuner.tsv", "kommuner.geojson", "orter.tsv"})
    void aMissingFileIsNamedWithWhatToDo(String file) throws Exception {
        Files.delete(directory.resolve(file));

        assertThatThrownBy(() -> ReferenceData.inDirectory(directory).municipalities())
                .isInstanceOf(GeodataException.class)
                .hasMessageContaining(directory.resolve(file).toString())
                .hasMessageContaining("FMG_GEODATA");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> ReferenceData.inDirectory(nowhere).municipalities())
                .hasMessageContaining(nowhere + " is not a directory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kommuner.tsv     | 2 | 59.5       | 95.5",
                "kommuner.tsv     | 2 | 11000      | elva",
                "kommuner.tsv     | 2 | 1763       | 176",
                "kommuner.geojson | 3 | [14,60]    | [14,\"x\"]",
                "kommuner.geojson | 3 | Polygon    | Hexagon",
                "kommuner.geojson | 3 | [13,59]]]  | [13,58]]]",
                "kommuner.geojson | 3 | 1763       | 1764",
                "orter.tsv        | 2 | 59.5       | NaN",
                "orter.tsv        | 2 | 1763       | 9999",
                "orter.tsv        | 2 | Forshaga   | ''",
                "postnummer.tsv   | 2 | 66730      | 6673"
            })
    void aBrokenLineIsNamed(String file, int line, String sound, String broken) throws Exception {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replace(sound, broken));
        ReferenceData data = ReferenceData.inDirectory(directory);

        Throwable thrown = catchThrowable(data::municipalities);

        assertThat(thrown)
                .isInstanceOf(GeodataException.class)
                .hasMessageContaining(path + ", line " + line)
                .hasMessageContaining("etch the file again");
        assertThat(data.isLoaded()).isFalse();
        assertThat(data.problem()).contains(thrown.getMessage());
        assertThat(catchThrowable(data::isApproximate)).isSameAs(thrown);
    }

    @ParameterizedTest
    @CsvSource({"kommuner.geojson, 40", "kommuner.geojson, 150", "kommuner.tsv, 90", "orter.tsv, 50"})
    void aFileThatWasCutOffIsAnError(String file, int length) throws Exception {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).substring(0, length));

        assertThatThrownBy(() -> ReferenceData.inDirectory(directory).municipalities())
                .isInstanceOf(GeodataException.class)
                .hasMessageContaining(file);
    }

    @Test
    void aTableInAnotherEncodingIsAnErrorNotMangledNames() throws Exception {
        Files.writeString(
                directory.resolve("orter.tsv"), PLACES.replace("Forshaga", "Åmål"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ReferenceData.inDirectory(directory).municipalities())
                .isInstanceOf(GeodataException.class)
                .hasMessageContaining("orter.tsv")
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void theMarkOfASpreadsheetIsNoPartOfTheFirstColumn() throws Exception {
        Files.writeString(directory.resolve("kommuner.tsv"), "\ufeff" + MUNICIPALITIES);

        assertThat(ReferenceData.inDirectory(directory).municipalities()).hasSize(1);
    }

    @Test
    void aMunicipalityWithoutBoundaryIsAnError() throws Exception {
        Files.writeString(
                directory.resolve("kommuner.tsv"),
                MUNICIPALITIES + "1780\tKarlstad\t17\tVärmlands län\t97000\tKarlstad\t59.4\t13.5\n");

        assertThatThrownBy(() -> ReferenceData.inDirectory(directory).municipalities())
                .hasMessageContaining("no boundary for [1780]");
    }
}
