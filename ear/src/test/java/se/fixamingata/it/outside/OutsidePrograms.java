package se.fixamingata.it.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Runs what test-environment.sh has installed under target/outside. */
final class OutsidePrograms {

    private static final Path PYTHON =
            Path.of(System.getProperty("fmg.root", ".."), "target/outside/python/bin/python3");
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutsidePrograms() {}

    /** Lets a client do what clients.py says under that name; what it understood, as JSON. */
    static JsonNode client(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("fixamingata-client", ".err");
            Path output = Files.createTempFile("fixamingata-client", ".json");
            Process process = python("clients.py", command)
                    .redirectError(errors.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            assertThat(process.waitFor())
                    .as(name + ": " + Files.readString(errors))
                    .isZero();
            return JSON.readTree(Files.readString(output));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts a server of theirs for that OpenAPI document; whoever starts it destroys it. Answers when it listens. */
    static Process server(String document, int port) {
        try {
            Path log = Files.createTempFile("fixamingata-outside-server", ".log");
            Process process = python("server.py", List.of(resource(document), String.valueOf(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Awaitility.await("the outside server")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive() || listens(port));
            assertThat(process.isAlive()).as(() -> read(log)).isTrue();
            return process;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ProcessBuilder python(String script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), resource(script)));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static String resource(String name) {
        try {
            return Path.of(OutsidePrograms.class.getResource("/outside/" + name).toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
