package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postcodes, streets and doubled places on a few invented rows, which every machine has; the real lists where they lie. */
class GazetteerTest {

    @TempDir
    Path directory;

    private PlaceSearch places;

    @BeforeEach
    void aFewRows() throws Exception {
        write(
                "kommuner.tsv",
                """
                kommunkod\tkommunnamn\tlanskod\tlan\tfolkmangd_2024\tstorsta_ort\tlat\tlon
                0001\tÅby\t00\tProvlän\t100\tCentrum\t60.05\t15.05
                0002\tÖsby\t00\tProvlän\t\tÖsby\t60.05\t15.15
                """);
        write(
                "kommuner.geojson",
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"kommunkod":"0001"},"geometry":{"type":"Polygon","coordinates":[
                 [[15,60],[15.1,60],[15.1,60.2],[15,60.2],[15,60]]]}},
                {"type":"Feature","properties":{"kommunkod":"0002"},"geometry":{"type":"Polygon","coordinates":[
                 [[15.1,60],[15.3,60],[15.3,60.2],[15.1,60.2],[15.1,60]]]}}
                ]}
                """);
        write(
                "orter.tsv",
                """
                namn\tlat\tlon\tkommunkod\tbefolkning\tkalla
                Ösby\t60.05\t15.15\t0002\t900\tcities500 2023
                Ösby\t60.051\t15.151\t0002\t\tWOF/GeoNames
                Osby\t60.15\t15.25\t0002\t99000\tWOF/qs-ascii
                Osby\t60.15\t15.05\t0001\t99000\tWOF/qs-ascii
                Västra Ösby\t60.1\t15.1\t0001\t10\tcities500 2023
                Osbylund\t60.1\t15.1\t0001\t5000\tcities500 2023
                """);
        write(
                "postnummer.tsv",
                """
                postnummer\tort\tlat\tlon\tkommunkod\tprecision
                65340\tÖsby\t60.05\t15.15\t0002\tort
                65341\tLillby\t60.05\t15.05\t0001\tkommun
                """);
        write("stockholm_gator.tsv", "gata\tlat\tlon\tkommunkod\nKyrkgatan\t60.051\t15.152\t0002\n");
        write(
                "stockholm_adresser.tsv",
                """
                gata\tnummer\tpostnummer\tort\tlat\tlon\tkommunkod
                Kyrkgatan\t5-7\t\tÖsby\t60.052\t15.153\t0002
                Kyrkgatan\t9A\t65340\tÖsby\t60.053\t15.154\t0002
                """);
        places = PlaceSearchTest.places(ReferenceData.inDirectory(directory));
    }

    @Test
    void aPostcodeIsOnlyKnownToItsTownAndSaysSo() {
        for (String query : List.of("65340", "653 40", "653 40 Ösby", "SE-653 40", "65340, Ösby")) {
            assertThat(places.search(query, 10).hits())
                    .as(query)
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.label()).isEqualTo("653 40 Ösby, Provlän");
                        assertThat(hit.kind()).isEqualTo(PlaceKind.POSTCODE);
                        assertThat(hit.zoom()).isEqualTo(13);
                        assertThat(hit.noteKey()).isEqualTo(PlaceHit.APPROXIMATE);
                        assertThat(hit.noteArgument()).isEqualTo("Ösby");
                    });
        }
    }

    @Test
    void aPostcodeAtTheMunicipalitysCentreNamesThatPlace() {
        PlaceHit hit = places.search("65341", 10).hits().get(0);

        assertThat(hit.label()).isEqualTo("653 41 Lillby, Åby, Provlän");
        assertThat(hit.noteArgument()).isEqualTo("Centrum");
    }

    @Test
    void theBeginningOfAPostcodeListsThem() {
        assertThat(places.search("653", 10).hits()).hasSize(2);
        assertThat(places.search("653", 1).hits()).hasSize(1);
    }

    @Test
    void anUnknownPostcodeStandsBackForItsTown() {
        assertThat(places.search("00000", 10).hits()).isEmpty();
        assertThat(labels("999 99 Ösby")).contains("Ösby, Provlän");
    }

    @Test
    void misspeltRowsNeverStandBeforeTheRightlySpelt() {
        assertThat(labels("Ösby")).containsExactly("Ösby, Provlän");
        assertThat(labels("osby")).containsExactly("Ösby, Provlän", "Osby, Åby, Provlän");
        assertThat(places.suggest("osb", 10))
                .extracting(PlaceHit::label)
                .containsSubsequence("Osbylund, Åby, Provlän", "Ösby, Provlän", "Osby, Åby, Provlän");
    }

    @Test
    void aLaterWordFindsThePlaceToo() {
        assertThat(places.suggest("ösb", 10)).extracting(PlaceHit::label).contains("Västra Ösby, Åby, Provlän");
    }

    @Test
    void streetsAndHouses() {
        assertThat(places.search("Kyrkgatan", 10).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(PlaceKind.STREET);
            assertThat(hit.zoom()).isEqualTo(16);
        });
        for (String query :
                List.of("Kyrkgatan 5", "Kyrkgatan 7", "kyrkgatan 5-7", "Kyrkgatan 7, Ösby", "kyrkgatan 7 osby")) {
            assertThat(labels(query)).as(query).containsExactly("Kyrkgatan 5-7, Ösby, Provlän");
        }
        assertThat(labels("Kyrkgatan 9 a, 653 40 Ösby")).containsExactly("Kyrkgatan 9A, Ösby, Provlän");
    }

    @Test
    void anUnknownHouseLeadsToItsStreet() {
        assertThat(labels("Kyrkgatan 99")).containsExactly("Kyrkgatan, Ösby, Provlän");
        assertThat(labels("Kyrkgatan 99B Ösby")).containsExactly("Kyrkgatan, Ösby, Provlän");
        assertThat(labels("Kyrkgatan 99, Åby")).isNotEmpty().noneMatch(label -> label.startsWith("Kyrkgatan"));
    }

    @Test
    void theRealPostcodes() {
        TestGeodata.full().ifPresent(data -> {
            PlaceSearch real = PlaceSearchTest.places(data);
            assertThat(data.reference().postcodes()).allSatisfy(postcode -> assertThat(
                            real.search(postcode.spaced(), 2).hits())
                    .singleElement()
                    .extracting(PlaceHit::municipalityCode)
                    .isEqualTo(postcode.municipalityCode()));
        });
    }

    private List<String> labels(String query) {
        return places.search(query, 10).hits().stream().map(PlaceHit::label).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
