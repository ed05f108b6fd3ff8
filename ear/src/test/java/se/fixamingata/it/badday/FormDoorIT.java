package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.TestPorts;
import se.fixamingata.it.Wire;

/** Forms that arrive in pieces, or in more of them than anybody needs. */
class FormDoorIT extends ServerTest {

    private static final Predicate<String> INCIDENTS =
            line -> line.contains("Incident ") || line.contains("in multipart initialization");
    private static final Predicate<String> UNBOUNDED = line -> line.contains("cannot be bounded");

    private final Resident resident = new Resident();

    @ParameterizedTest
    @ValueSource(strings = {"/rapportera", "/rapportera/foto", "/rapportera/utkast"})
    void aFormThatArrivesInPiecesIsTheSendersMistake(String path) throws IOException {
        long incidents = logged(INCIDENTS);
        String file = "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n"
                + "x".repeat(9_000);
        String[] headers = {"X-Forwarded-For: " + resident.address};
        for (Wire.Answer answer : List.of(
                Wire.breakOff(path, "multipart/form-data", 9, "something", headers),
                Wire.breakOff(path, "multipart/form-data; boundary=", 9, "something", headers),
                Wire.breakOff(path, "multipart/form-data; boundary=x", file.length(), file, headers))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("Vi förstod inte adressen");
            DoorIT.tellsNothing(answer.head() + answer.body());
        }
        Wire.Answer script = Wire.breakOff(
                path,
                "multipart/form-data; boundary=x",
                file.length(),
                file,
                "Accept: application/json",
                "X-Forwarded-For: " + resident.address);
        assertThat(script.status()).isEqualTo(400);
        assertThat(script.body()).contains("\"code\":\"bad_form\"");
        // Who hangs up may find nobody to answer to.
        Wire.Answer gone = Wire.breakOff(path, "multipart/form-data; boundary=x", 500_000, file, headers);
        assertThat(gone.status()).isIn(0, 400);
        assertThat(logged(INCIDENTS)).isEqualTo(incidents);
    }

    @Test
    void sendersWhoTakeTheirTimeDoNotKeepOthersWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 80; i++) {
                slow.add(Wire.dawdle(
                        "/rapportera/foto",
                        "multipart/form-data; boundary=x",
                        1_000_000,
                        "X-Forwarded-For: 10.9.8." + i % 10));
            }
            long begun = System.nanoTime();
            assertThat(get("/om").statusCode()).isEqualTo(200);
            assertThat(resident.get("/rapportera").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            // The last of them is one too many, and told so at once.
            byte[] refusal = new byte[12];
            assertThat(slow.get(79).getInputStream().read(refusal)).isEqualTo(refusal.length);
            assertThat(new String(refusal, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 503");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** The container knows no such bound: it is put on by reflection, which a new version of it may put an end to. */
    @Test
    void aFormOfMorePartsThanAnyOfOursIsRefused() throws IOException {
        String[] headers = {"X-Forwarded-For: " + resident.address};
        String type = "multipart/form-data; boundary=x";
        String few = parts(900);
        assertThat(Wire.breakOff("/rapportera", type, few.length(), few, headers)
                        .status())
                .isEqualTo(403);
        String many = parts(1_100);
        Wire.Answer refused = Wire.breakOff("/rapportera", type, many.length(), many, headers);
        assertThat(refused.status()).isEqualTo(413);
        DoorIT.tellsNothing(refused.head() + refused.body());
        // Neither the bounding nor the emptying afterwards, which is done to both.
        assertThat(logged(UNBOUNDED)).isZero();
    }

    private static String parts(int count) {
        return "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(count) + "--x--\r\n";
    }

    private static long logged(Predicate<String> wanted) throws IOException {
        Path log = Path.of(
                System.getProperty("fmg.root", ".."),
                "target/test/payara-" + TestPorts.HTTP,
                "domain1/logs/server.log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(wanted).count();
        }
    }
}
