package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.Position;

/** Our client against a strict server on this machine: on good days, and on each kind of bad one. */
class NominatimTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Position FORSHAGA = Position.of(59.53, 13.48);

    private StrictNominatim server;

    @BeforeEach
    void start() throws IOException {
        server = new StrictNominatim(Duration.ofMillis(1));
    }

    @AfterEach
    void stop() {
        assertThat(server.objections).isEmpty();
        server.close();
    }

    @Test
    void anAddressIsFound() {
        SearchResult result = places(server.client(LONG)).search("Storgatan 5, Forshaga", 10);

        assertThat(result.geocoderDown()).isFalse();
        assertThat(result.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.label()).isEqualTo("Storgatan 5, Forshaga, Värmlands län");
            assertThat(hit.kind()).isEqualTo(PlaceKind.ADDRESS);
            assertThat(hit.zoom()).isEqualTo(17);
            assertThat(hit.position()).isEqualTo(Position.of(59.5301, 13.4802));
            assertThat(hit.noteKey()).isNull();
        });
    }

    @Test
    void whatTheGazetteerKnowsIsNotAsked() {
        PlaceSearch places = places(server.client(LONG));
        places.search("Forshaga", 10);
        places.search("59.38, 13.50", 10);
        places.search("#12", 10);
        places.suggest("Storgatan 5", 10);

        assertThat(server.questions).isEmpty();
    }

    @Test
    void aSecondAskingIsAnsweredFromMemory() throws Exception {
        Nominatim client = server.client(LONG);
        client.search("Storgatan 5", 5);
        client.search("storgatan 5", 5);
        client.reverse(FORSHAGA);
        client.reverse(Position.of(59.530_01, 13.480_01));
        server.answering(200, "[]");
        assertThat(client.search("nowhere", 5)).isEmpty();
        assertThat(client.search("nowhere", 5)).isEmpty();

        assertThat(server.questions).hasSize(3);
    }

    @Test
    void requestsKeepTheirDistance() throws Exception {
        try (StrictNominatim slowPolicy = new StrictNominatim(Duration.ofMillis(300))) {
            Nominatim client = slowPolicy.client(LONG);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Callable<List<NominatimPlace>>> questions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String words = "street " + i;
                questions.add(() -> client.search(words, 5));
            }
            long start = System.nanoTime();
            for (Future<List<NominatimPlace>> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).hasSize(1);
            }
            threads.shutdown();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
            assertThat(slowPolicy.questions).hasSize(4);
            assertThat(slowPolicy.objections).isEmpty();
        }
    }

    @Test
    void whoWouldWaitTooLongIsNotKeptWaiting() throws Exception {
        try (StrictNominatim slowPolicy = new StrictNominatim(Duration.ofMinutes(1))) {
            Nominatim client = slowPolicy.client(LONG);
            client.search("one", 5);

            assertThatThrownBy(() -> client.search("two", 5)).isInstanceOf(Nominatim.Down.class);
            assertThat(slowPolicy.questions).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{\"lat\":",
                "\"text\"",
                "42",
                "[42]",
                "[{}]",
                "[{\"lat\":\"north\",\"lon\":\"13\"}]",
                "[{\"lat\":\"95\",\"lon\":\"13\"}]",
                "<html>Bad gateway</html>"
            })
    void anAnswerThatIsNoneIsADownServer(String body) {
        assertDown(server.answering(200, body));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 403, 429, 500, 503})
    void anythingButTwoHundredIsADownServer(int status) {
        server.answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            StrictNominatim.send(exchange, status, "[" + StrictNominatim.ADDRESS + "]");
        });

        assertDown(server);
        assertThat(server.questions).hasSize(1);
    }

    @Test
    void aServerThatSaysNothingCostsTheTimeoutAndNoMore() {
        assertDown(server.silent());
    }

    @Test
    void anAnswerThatNeverEndsCostsTheTimeoutAndNoMore() {
        assertDown(server.dripping());
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        assertDown(server.endless(), LONG);
    }

    @Test
    void noServerAtAllIsADownServer() throws IOException {
        StrictNominatim gone = new StrictNominatim(Duration.ofMillis(1));
        gone.close();

        assertDown(gone);
    }

    @Test
    void aDownServerIsLeftAloneForAWhile() {
        server.answering(500, "");
        PlaceSearch places = places(server.client(LONG));

        for (int i = 0; i < 5; i++) {
            assertThat(places.search("Storgatan " + i + ", Forshaga", 10).geocoderDown())
                    .isTrue();
        }

        assertThat(server.questions).hasSize(1);
    }

    @Test
    void whatItSaysAbroadIsNotShown() {
        server.answering(200, "[" + StrictNominatim.ADDRESS.replace("13.4802", "10.7") + "]");

        assertThat(places(server.client(LONG)).search("Storgatan 5, Oslo", 10).hits())
                .noneMatch(hit -> hit.kind() == PlaceKind.ADDRESS);
    }

    @Test
    void markupAndLengthOfAnAnswerAreBounded() {
        server.answering(200, "[" + StrictNominatim.ADDRESS.replace("Storgatan", "x".repeat(5_000)) + "]");

        assertThat(places(server.client(LONG))
                        .search("Storgatan 5, Forshaga", 10)
                        .hits())
                .allSatisfy(hit -> assertThat(hit.label()).hasSizeLessThan(200));
    }

    @Test
    void theNearestAddressComesFromTheServer() {
        assertThat(nearest(server.client(LONG)).at(FORSHAGA)).contains("Storgatan 5, Forshaga");
        assertThat(server.questions).singleElement().asString().contains("lat=59.5300&lon=13.4800");
    }

    @Test
    void withoutAnAnswerTheNearestPlaceIsNamed() {
        server.answering(500, "");
        assertThat(nearest(server.client(LONG)).at(FORSHAGA)).contains("nära Forshaga");
    }

    @Test
    void whereTheServerKnowsNothingTheNearestPlaceIsNamed() {
        server.answering(200, "{\"error\":\"Unable to geocode\"}");
        assertThat(nearest(server.client(LONG)).at(FORSHAGA)).contains("nära Forshaga");
    }

    @Test
    void aServerInAFolderIsAskedThere() {
        NominatimSettings settings = new NominatimSettings(
                Optional.of(" http://geo.example/nominatim "),
                LONG,
                LONG,
                new se.fixamingata.settings.ServiceSettings("http://x", "a@b", false));

        assertThat(settings.base().orElseThrow().resolve("search?q=1"))
                .hasToString("http://geo.example/nominatim/search?q=1");
    }

    private static void assertDown(StrictNominatim server) {
        assertDown(server, SHORT);
    }

    /** The built-in hits still come, with the remark that the geocoder is down. */
    private static void assertDown(StrictNominatim server, Duration timeout) {
        SearchResult result = places(server.client(timeout)).search("Storgatan 5, Forshaga", 10);

        assertThat(result.geocoderDown()).isTrue();
        assertThat(result.hits()).singleElement().extracting(PlaceHit::noteKey).isEqualTo(PlaceHit.STREET_UNKNOWN);
    }

    private static PlaceSearch places(Nominatim nominatim) {
        ReferenceData data = TestGeodata.builtIn();
        PlaceSearch places = new PlaceSearch(data, new Boundaries(data), nominatim);
        places.warmUp();
        return places;
    }

    private static NearestAddress nearest(Nominatim nominatim) {
        return new NearestAddress(TestGeodata.builtIn(), nominatim);
    }
}
