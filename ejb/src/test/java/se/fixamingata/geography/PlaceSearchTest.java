package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.Position;
import se.fixamingata.settings.ServiceSettings;

/** The search box without a geocoder, on every set of reference data there is. */
class PlaceSearchTest {

    private static final Nominatim NONE = new Nominatim(new NominatimSettings(
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            new ServiceSettings("http://localhost", "test@example.org", false)));

    private static final Map<ReferenceData, PlaceSearch> SEARCHES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void oneTownOneHit(ReferenceData data) {
        for (String query :
                List.of("Forshaga", "forshaga", " FORSHAGA ", "Forshaga, Värmlands län", "Forshaga, Värmland")) {
            assertThat(search(data, query)).as(query).hasSize(1).first().satisfies(hit -> {
                assertThat(hit.label()).isEqualTo("Forshaga, Värmlands län");
                assertThat(hit.kind()).isEqualTo(PlaceKind.LOCALITY);
                assertThat(hit.municipalityCode()).isEqualTo("1763");
                assertThat(hit.county()).isEqualTo("Värmlands län");
                assertThat(hit.noteKey()).isNull();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void stockholmIsShownOnce(ReferenceData data) {
        assertThat(search(data, "Stockholm")).extracting(PlaceHit::label).containsExactly("Stockholm, Stockholms län");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void municipalitiesByTheirFormalNames(ReferenceData data) {
        for (String query :
                List.of("Forshaga kommun", "forshaga Kommun", "Håbo kommun", "Karlstads kommun", "Stockholms stad")) {
            assertThat(search(data, query))
                    .as(query)
                    .singleElement()
                    .extracting(PlaceHit::kind)
                    .isEqualTo(PlaceKind.MUNICIPALITY);
        }
        assertThat(search(data, "Håbo").get(0).municipalityCode()).isEqualTo("0305");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void withoutMarksTheTownIsFoundToo(ReferenceData data) {
        assertThat(search(data, "Malmo").get(0).label()).isEqualTo("Malmö, Skåne län");
        assertThat(search(data, "ostersund").get(0).label()).isEqualTo("Östersund, Jämtlands län");
        assertThat(search(data, "Goteborg").get(0).label()).isEqualTo("Göteborg, Västra Götalands län");
        assertThat(search(data, "upplands vasby").get(0).label()).isEqualTo("Upplands Väsby, Stockholms län");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void theLargerPlaceComesFirst(ReferenceData data) {
        assertThat(search(data, "Lund").get(0).label()).isEqualTo("Lund, Skåne län");
        assertThat(search(data, "Karlst").get(0).label()).isEqualTo("Karlstad, Värmlands län");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void aPlaceInItsMunicipality(ReferenceData data) {
        assertThat(search(data, "Väse, Karlstad")).hasSizeLessThanOrEqualTo(1);
        assertThat(search(data, "Deje, Forshaga"))
                .singleElement()
                .extracting(PlaceHit::label)
                .isEqualTo("Deje, Forshaga, Värmlands län");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void anUnknownStreetLeadsToItsTown(ReferenceData data) {
        for (String query : List.of(
                "Storgatan 5, Forshaga",
                "Storgatan 5 Forshaga",
                "storgatan forshaga",
                "Storgatan 5, 667 30 Forshaga")) {
            assertThat(search(data, query)).as(query).singleElement().satisfies(hit -> {
                assertThat(hit.noteKey()).isEqualTo(PlaceHit.STREET_UNKNOWN);
                assertThat(hit.noteArgument()).isEqualTo("Forshaga");
                assertThat(hit.kind()).isEqualTo(PlaceKind.LOCALITY);
                assertThat(hit.zoom()).isEqualTo(13);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void coordinates(ReferenceData data) {
        PlaceHit hit = search(data, "59,38 13,50").get(0);

        assertThat(hit.kind()).isEqualTo(PlaceKind.COORDINATES);
        assertThat(hit.position()).isEqualTo(Position.of(59.38, 13.5));
        assertThat(hit.label()).isEqualTo("59.38000, 13.50000, Karlstad, Värmlands län");
        assertThat(search(data, "6583000 412000").get(0).municipality()).isEqualTo("Karlstad");
        assertThat(search(data, "57.5 17.9").get(0).municipality()).isEqualTo("Gotland");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"65.85, 24.15", "60.0, 10.0", "40.7N 74.0W", "0 0"})
    void coordinatesAbroadSaySo(String query) {
        SearchResult result = places(TestGeodata.builtIn()).search(query, 10);

        assertThat(result.outsideSweden()).isTrue();
        assertThat(result.hits()).isEmpty();
    }

    @Test
    void aReportNumberIsHandedOn() {
        assertThat(places(TestGeodata.builtIn()).search(" #1234 ", 10).reportNumber())
                .hasValue(1234);
        assertThat(places(TestGeodata.builtIn()).search("#0", 10).reportNumber())
                .isEmpty();
        assertThat(places(TestGeodata.builtIn())
                        .search("#99999999999999999999", 10)
                        .reportNumber())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "00000",
                "000 00",
                "<script>alert(1)</script>",
                "' OR 1=1 --",
                "%%%",
                "\u202e\u0000\u0007",
                "💡",
                "Zzyzx",
                ",,,",
                "(((((",
                "Blabla, Ingenstans"
            })
    void whatIsNoPlaceFindsNothing(String query) {
        TestGeodata.sets().forEach(data -> {
            SearchResult result = places(data).search(query, 10);

            assertThat(result.hits()).isEmpty();
            assertThat(result.geocoderDown()).isFalse();
            assertThat(result.outsideSweden()).isFalse();
        });
    }

    @Test
    void aTextOfTenMegabytesFindsNothingAtOnce() {
        assertThat(search(TestGeodata.builtIn(), "Forshaga".repeat(1_300_000))).isEmpty();
        assertThat(places(TestGeodata.builtIn()).search(null, 10).hits()).isEmpty();
    }

    @Test
    void theLimitIsBounded() {
        PlaceSearch places = places(TestGeodata.builtIn());

        assertThat(places.search("s", 3).hits()).hasSize(3);
        assertThat(places.search("s", -1).hits()).hasSize(1);
        assertThat(places.search("s", Integer.MAX_VALUE).hits()).hasSize(50);
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void suggestionsBeginAsTyped(ReferenceData data) {
        assertThat(places(data).suggest("forsh", 5).get(0).label()).isEqualTo("Forshaga, Värmlands län");
        assertThat(places(data).suggest("väst", 50))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(Words.of(hit.label()).folded()).contains("vast"));
        assertThat(places(data).suggest("#1", 5)).isEmpty();
    }

    private static List<PlaceHit> search(ReferenceData data, String query) {
        return places(data).search(query, 50).hits();
    }

    /** One for each set: making the index takes longer than all searches together. */
    static PlaceSearch places(ReferenceData data) {
        return SEARCHES.computeIfAbsent(data, PlaceSearchTest::search);
    }

    private static PlaceSearch search(ReferenceData data) {
        return new PlaceSearch(data, new Boundaries(data), NONE);
    }
}
