package se.fixamingata.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.integration.Faults;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.sending.TestTransactions;

class RemotePhotoFetchingIT extends DatabaseTest {

    private final TestTransactions transactions = new TestTransactions();
    private final RecordedEvents<RemotePhotoDue> due = new RecordedEvents<>();
    private RemotePhotoFetching fetching;
    private HttpServer server;
    private String base;
    private long report;
    private int rounds;

    @BeforeEach
    void start() throws IOException {
        em.getTransaction().rollback();
        report = committed(own -> {
            HandlingScene scene = new HandlingScene(own, clock);
            scene.authorities();
            return scene.report().id();
        });
        fetching = fetching("127.0.0.0/8");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/a.png", 200, png());
        answer("/b.png", 200, png());
        answer("/page.png", 200, "<html>Sidan finns inte</html>".getBytes());
        answer("/gone.png", 404, new byte[] {1});
        answer("/large.png", 200, new byte[(int) PhotoIntake.MAX_BYTES + 1]);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private RemotePhotoFetching fetching(String networks) {
        RemotePhotoFetching made = new RemotePhotoFetching();
        EntityManager shared = transactions.em();
        made.em = shared;
        made.transaction = transactions;
        made.http = new GuardedHttp(new OutgoingSettings(networks));
        made.intake = new PhotoIntake();
        made.photos = new DatabasePhotoStore(shared, clock);
        made.faults = new Faults(shared, clock);
        made.clock = clock;
        return made;
    }

    private void answer(String path, int status, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void wait(String... paths) {
        commit(own -> new RemotePhotos(own, due, clock)
                .await(
                        HandlingScene.FORSHAGA,
                        report,
                        null,
                        Arrays.stream(paths).map(path -> base + path).toList()));
    }

    private int round() {
        return fetching.workOff("test/" + ++rounds, 10);
    }

    private List<Object> rows() {
        return committed(own -> new HandlingScene(own, clock)
                .list("select concat_ws(' ', state, attempts, last_error) from remote_photo order by id"));
    }

    private long photos() {
        return committed(own -> new HandlingScene(own, clock)
                .count("select count(*) from photo p join report r on r.id = p.report_id and r.thumbnail = p.id"));
    }

    @Test
    void aPictureComesAfterwardsAndIsTheReportsThumbnail() {
        wait("/a.png");
        assertThat(due.fired()).hasSize(1);
        assertThat(round()).isEqualTo(1);
        assertThat(rows()).containsExactly("KEPT 1");
        assertThat(photos()).isEqualTo(1);
        assertThat(round()).isZero();
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefusedAndTheDeskIsTold() {
        wait("/page.png", "/large.png");
        round();
        assertThat(rows()).containsExactly("REFUSED 1 photo.refused.html", "REFUSED 1 large 127.0.0.1");
        long faults = committed(own -> new HandlingScene(own, clock)
                .count("select count(*) from integration_fault where action = 'CLIENT' and reason = 'media'"));
        // Both are about the same report, and nobody has seen to the first yet.
        assertThat(faults).isEqualTo(1);
    }

    @Test
    void theInsideNetworkIsNotAsked() {
        fetching = fetching("");
        wait("/a.png");
        round();
        assertThat(rows()).containsExactly("REFUSED 1 network 127.0.0.1");
    }

    @Test
    void whatIsNotThereIsAskedForAgainAndGivenUpInTheEnd() {
        wait("/gone.png");
        for (Duration pause : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(4),
                Duration.ofHours(20))) {
            assertThat(round()).isEqualTo(1);
            clock.advance(pause.minusSeconds(1));
            assertThat(round()).isZero();
            clock.advance(Duration.ofSeconds(1));
        }
        round();
        assertThat(rows()).containsExactly("GIVEN_UP 6 HTTP 404");
        clock.advance(Duration.ofDays(30));
        assertThat(round()).isZero();
    }

    @Test
    void aPictureThatHasMovedIsFetchedWhereItIs() {
        List<String> asked = new ArrayList<>();
        elsewhere("/moved.png", 302, "/again.png?size=large", asked);
        elsewhere("/again.png", 307, base + "/a.png", asked);
        wait("/moved.png?api_key=secret");
        round();
        assertThat(rows()).containsExactly("KEPT 1");
        assertThat(photos()).isEqualTo(1);
        assertThat(asked).containsExactly("/moved.png?api_key=secret", "/again.png?size=large");
    }

    @Test
    void wherePicturesHaveMovedToIsJudgedTooAndNotForEver() {
        List<String> asked = new ArrayList<>();
        elsewhere("/inside.png", 302, "https://10.0.0.1/a.png", asked);
        elsewhere("/plain.png", 301, "http://192.0.2.1/a.png", asked);
        elsewhere("/strange.png", 303, "data:image/png;base64,AAAA", asked);
        elsewhere("/nowhere.png", 303, "http://[", asked);
        elsewhere("/loop.png", 302, "/loop.png", asked);
        wait("/inside.png", "/plain.png", "/strange.png", "/nowhere.png", "/loop.png");
        round();
        assertThat(rows())
                .containsExactly(
                        "REFUSED 1 network 10.0.0.1",
                        "REFUSED 1 network 192.0.2.1",
                        "REFUSED 1 address null",
                        "REFUSED 1 address",
                        "DUE 1 HTTP 302");
        assertThat(asked.stream().filter("/loop.png"::equals)).hasSize(4);
    }

    /** The networks that the operator allows are common to all authorities: no picture of one leads to the server of another. */
    @Test
    void noPictureLeadsToAnInnerNeighbour() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            asked.add("neighbour");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        neighbour.start();
        try {
            elsewhere(
                    "/inside.png",
                    302,
                    "http://127.0.0.1:" + neighbour.getAddress().getPort() + "/a.png",
                    asked);
            wait("/inside.png");
            round();
            assertThat(rows()).containsExactly("REFUSED 1 network 127.0.0.1");
            assertThat(asked).containsExactly("/inside.png");
        } finally {
            neighbour.stop(0);
        }
    }

    private void elsewhere(String path, int status, String location, List<String> asked) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    /** It comes back as seldom as one that does not answer, and is given up as that. */
    @Test
    void aPictureThatStopsTheServerDoesNotDoItForEver() {
        wait("/a.png");
        for (int death = 1; death <= 6; death++) {
            transactions.killBefore(2);
            assertThatThrownBy(this::round).isInstanceOf(TestTransactions.Killed.class);
            clock.advance(Duration.ofHours(21));
        }
        assertThat(round()).isEqualTo(1);
        assertThat(rows()).containsExactly("GIVEN_UP 6 stopped");
        assertThat(round()).isZero();
    }

    @Test
    void aPictureThatStopsTheServerKeepsNoOtherWaiting() {
        wait("/a.png", "/b.png");
        transactions.killBefore(2);
        assertThatThrownBy(this::round).isInstanceOf(TestTransactions.Killed.class);
        assertThat(round()).isEqualTo(1);
        assertThat(rows()).containsExactly("DUE 1", "KEPT 1");
    }

    @Test
    void aPictureThatMakesUsFailKeepsNoOtherWaiting() {
        fetching.intake = new PhotoIntake() {
            @Override
            public IntakeResult accept(String fileName, Path file) {
                if (fileName.equals("a.png")) {
                    throw new OutOfMemoryError("Such a picture");
                }
                return super.accept(fileName, file);
            }
        };
        wait("/a.png", "/b.png");
        assertThat(round()).isEqualTo(2);
        assertThat(rows().get(0).toString()).startsWith("DUE 1 incident ");
        assertThat(rows().get(1)).isEqualTo("KEPT 1");
    }

    @Test
    void aServerThatDiesLosesNoPictureAndKeepsNoneTwice() {
        wait("/a.png");
        transactions.killBefore(2);
        assertThatThrownBy(this::round).isInstanceOf(TestTransactions.Killed.class);
        assertThat(round()).isZero();
        clock.advance(Duration.ofMinutes(6));
        transactions.killAfter(2);
        assertThatThrownBy(this::round).isInstanceOf(TestTransactions.Killed.class);
        clock.advance(Duration.ofMinutes(6));
        assertThat(round()).isZero();
        assertThat(photos()).isEqualTo(1);
    }
}
