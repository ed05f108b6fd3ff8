package se.fixamingata.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom we call, and how long and how much we listen. */
class GuardedHttpTest {

    private final GuardedHttp guarded = new GuardedHttp(new OutgoingSettings("127.0.0.0/8,::1"));
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/echo", exchange -> {
            byte[] answer = (exchange.getRequestMethod() + " "
                            + exchange.getRequestHeaders().getFirst("X-Word") + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] much = new byte[8192];
                while (true) {
                    out.write(much);
                }
            }
        });
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static OutgoingRequest get(String address, int most, long milliseconds) {
        return new OutgoingRequest(
                "GET",
                URI.create(address),
                Map.of("X-Word", "hej"),
                new byte[0],
                most,
                Duration.ofMillis(milliseconds));
    }

    private OutgoingFailed.Reason reason(GuardedHttp http, OutgoingRequest request) {
        try {
            http.send(request);
        } catch (OutgoingFailed failed) {
            return failed.reason();
        }
        throw new AssertionError("answered");
    }

    @Test
    void asksAndHears() throws IOException {
        OutgoingAnswer heard = guarded.send(get(base + "/echo", 1000, 5000));
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.type()).isEqualTo("text/plain");
        assertThat(new String(heard.body(), StandardCharsets.UTF_8)).isEqualTo("GET hej ");

        OutgoingAnswer posted = guarded.send(new OutgoingRequest(
                "POST",
                URI.create(base + "/echo"),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "a=b".getBytes(StandardCharsets.UTF_8),
                1000,
                Duration.ofSeconds(5)));
        assertThat(new String(posted.body(), StandardCharsets.UTF_8)).isEqualTo("POST null a=b");
    }

    @Test
    void followsNoRedirect() throws IOException {
        assertThat(guarded.send(get(base + "/away", 1000, 5000)).status()).isEqualTo(302);
    }

    /** Whoever may be called inside may not lead us on to its neighbours: those networks are common to all whose addresses we call. */
    @Test
    void isLedIntoOwnNetworksByNobodyButWhoLivesThere() throws IOException {
        try (ServerSocket neighbour = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            OutgoingRequest first = get(base + "/away", 1000, 5000);
            String port = ":" + neighbour.getLocalPort();
            for (String away : new String[] {
                "http://localhost" + port + "/metrics",
                "http://127.0.0.1" + port + "/",
                "https://localhost" + port + "/",
                base.replace("localhost", "127.0.0.1") + "/echo",
                base.replace("http:", "https:") + "/echo",
                base.replace("http:", "").replace("localhost", "127.0.0.1") + "/echo"
            }) {
                assertThat(reason(guarded, first.elsewhere(away, Duration.ofSeconds(2))))
                        .as(away)
                        .isEqualTo(OutgoingFailed.Reason.NETWORK);
            }
            neighbour.setSoTimeout(1);
            assertThatThrownBy(neighbour::accept).isInstanceOf(java.net.SocketTimeoutException.class);
            assertThat(guarded.send(first.elsewhere("/echo", Duration.ofSeconds(2)))
                            .status())
                    .isEqualTo(200);
            OutgoingRequest there = first.elsewhere("https://example.org/", Duration.ofSeconds(2));
            assertThat(there.isAtHome()).isFalse();
            OutgoingRequest back =
                    there.elsewhere(base.toUpperCase(java.util.Locale.ROOT) + "/echo", Duration.ofSeconds(2));
            assertThat(back.isAtHome()).isTrue();
            assertThat(reason(guarded, there.elsewhere("http://localhost" + port, Duration.ofSeconds(2))))
                    .isEqualTo(OutgoingFailed.Reason.NETWORK);
        }
    }

    @Test
    void callsThatPortAloneWhereOneIsNamed() throws IOException {
        int port = server.getAddress().getPort();
        GuardedHttp one = new GuardedHttp(new OutgoingSettings("127.0.0.1:" + port + ", [::1]:" + port));
        assertThat(one.send(get(base + "/echo", 1000, 5000)).status()).isEqualTo(200);
        assertThat(reason(one, get("http://localhost:1/", 1000, 5000))).isEqualTo(OutgoingFailed.Reason.NETWORK);
        assertThat(reason(one, get("https://localhost/", 1000, 5000))).isEqualTo(OutgoingFailed.Reason.NETWORK);
        OutgoingSettings usual = new OutgoingSettings("127.0.0.1:443,10.1.0.0/16:8443");
        assertThat(usual.isCallable(URI.create("http://localhost:8080/"))).isFalse();
        assertThat(usual.isCallable(URI.create("http://localhost:443/"))).isTrue();
        assertThat(reason(new GuardedHttp(usual), get("https://localhost/", 1000, 2000)))
                .isNotEqualTo(OutgoingFailed.Reason.NETWORK);
    }

    /** What was said before nobody listened cannot have been acted upon; what was said to a machine that then fell silent can. */
    @Test
    void tellsWhetherItMayHaveBeenHeard() throws IOException {
        assertThat(mayHaveArrived("POST", base + "/endless")).isTrue();
        assertThat(mayHaveArrived("GET", base + "/endless")).isFalse();
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        assertThat(mayHaveArrived("POST", "http://localhost:" + port)).isFalse();
        assertThat(mayHaveArrived("POST", "http://192.0.2.1/")).isFalse();
    }

    private boolean mayHaveArrived(String method, String address) {
        byte[] body = method.equals("GET") ? new byte[0] : "a=b".getBytes(StandardCharsets.UTF_8);
        try {
            guarded.send(
                    new OutgoingRequest(method, URI.create(address), Map.of(), body, 1000, Duration.ofSeconds(20)));
        } catch (OutgoingFailed failed) {
            return failed.mayHaveArrived();
        }
        throw new AssertionError("answered");
    }

    @Test
    void stopsListeningWhenItIsTooMuch() {
        assertThat(reason(guarded, get(base + "/endless", 100_000, 20_000))).isEqualTo(OutgoingFailed.Reason.LARGE);
        assertThat(reason(guarded, get(base + "/echo", 3, 5000))).isEqualTo(OutgoingFailed.Reason.LARGE);
    }

    /** Every byte comes within the client's own time-out, the answer never does. */
    @Test
    void doesNotWaitForWhatDrips() throws IOException {
        try (ServerSocket drip = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> {
                try (Socket socket = drip.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes());
                    for (int i = 0; i < 1000; i++) {
                        socket.getOutputStream().write('x');
                        socket.getOutputStream().flush();
                        socket.setSoTimeout(20);
                        try {
                            socket.getInputStream().skip(Long.MAX_VALUE);
                        } catch (IOException nothingToRead) {
                            // A pause without sleeping.
                        }
                    }
                } catch (IOException gone) {
                    // That is what is hoped for.
                }
            });
            dripping.setDaemon(true);
            dripping.start();
            long begun = System.nanoTime();
            assertThat(reason(guarded, get("http://localhost:" + drip.getLocalPort() + "/", 10_000, 300)))
                    .isEqualTo(OutgoingFailed.Reason.SLOW);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void doesNotWaitForWhatIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(reason(guarded, get("http://localhost:" + silent.getLocalPort() + "/", 10_000, 300)))
                    .isEqualTo(OutgoingFailed.Reason.SLOW);
        }
    }

    @Test
    void tellsWhyThereIsNoAnswer() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        assertThat(reason(guarded, get("http://localhost:" + nobody + "/", 1000, 2000)))
                .isEqualTo(OutgoingFailed.Reason.UNREACHABLE);
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                } catch (IOException gone) {
                    // That is what is hoped for.
                }
            });
            answering.setDaemon(true);
            answering.start();
            assertThat(reason(guarded, get("https://localhost:" + plain.getLocalPort() + "/", 1000, 2000)))
                    .isEqualTo(OutgoingFailed.Reason.CERTIFICATE);
        }
        assertThat(reason(guarded, get("https://finns-inte.invalid/", 1000, 2000)))
                .isEqualTo(OutgoingFailed.Reason.NAME);
    }

    @Test
    void callsNoPrivateNetworkUnlessItIsNamed() {
        GuardedHttp strict = new GuardedHttp(new OutgoingSettings(""));
        for (String address : new String[] {
            "https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/", "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data/", "https://[::1]/", "https://[fd00::1]/", "https://0.0.0.0/",
            "https://[::ffff:10.0.0.1]/", "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::1]/", "https://2130706433/"
        }) {
            assertThat(reason(strict, get(address, 1000, 2000))).as(address).isEqualTo(OutgoingFailed.Reason.NETWORK);
        }
        assertThat(reason(strict, get(base, 1000, 2000))).isEqualTo(OutgoingFailed.Reason.NETWORK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/", "ftp://example.org/", "https://user@example.org/", "file:///etc/passwd"})
    void callsEncryptedOnly(String address) {
        OutgoingSettings settings = new OutgoingSettings("127.0.0.0/8");
        assertThat(settings.isCallable(URI.create(address))).isFalse();
        assertThatThrownBy(() -> new GuardedHttp(settings).send(get(address, 1000, 2000)))
                .isInstanceOf(OutgoingFailed.class);
    }

    @Test
    void refusesASettingThatNamesNoNetwork() {
        for (String wrong : new String[] {"127.0.0.1:0", "127.0.0.1:70000", "127.0.0.1:", "[::1]:x", "[::1"}) {
            assertThatThrownBy(() -> new OutgoingSettings(wrong))
                    .as(wrong)
                    .hasMessageContaining("fmg.outgoing.networks");
        }
        assertThatThrownBy(() -> new OutgoingSettings("10.0.0.0/99")).hasMessageContaining("fmg.outgoing.networks");
        assertThatThrownBy(() -> new OutgoingSettings("intranet.example"))
                .hasMessageContaining("fmg.outgoing.networks");
    }
}
