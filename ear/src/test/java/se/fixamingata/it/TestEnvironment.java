package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Takes away what the application runs on, and gives it back. Whoever takes must give back, also when the test fails. */
public final class TestEnvironment {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path ROOT = Path.of(System.getProperty("fmg.root", ".."));

    private TestEnvironment() {}

    /** The database stops answering, its connections stay open: as when its disk or the network hangs. */
    public static void freezeDatabase() {
        run(List.of("kill", "-STOP", databaseProcess()));
    }

    /** The end of {@link #freezeDatabase}. */
    public static void thawDatabase() {
        run(List.of("kill", "-CONT", databaseProcess()));
    }

    /** The database is not there, every connection is cut. */
    public static void stopDatabase() {
        run(script("stop-database"));
    }

    /** The end of {@link #stopDatabase}; returns when the application can work again. */
    public static void startDatabase() {
        run(script("start-database"));
        awaitReady();
    }

    /** Unloads the application and loads it anew, with all that it had in memory gone. */
    public static void restartApplication() {
        command("disable");
        command("enable");
        awaitReady();
    }

    /** Whether the application says that it can work. */
    public static boolean isReady() {
        return ServerTest.get("/health/ready").statusCode() == 200;
    }

    private static void awaitReady() {
        Awaitility.await("the application to be ready").atMost(PATIENCE).until(TestEnvironment::isReady);
    }

    /** Asked again when the administration's listener refuses the request itself: it does now and then, with an empty 400. */
    private static void command(String name) {
        Awaitility.await("the server to " + name + " the application")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    HttpResponse<String> answer = ask(name);
                    assertThat(answer.statusCode())
                            .as(name + ": " + answer.body())
                            .isEqualTo(200);
                });
    }

    private static HttpResponse<String> ask(String name) {
        return ServerTest.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + TestPorts.ADMIN
                        + "/management/domain/applications/application/fixamingata/" + name))
                .header("X-Requested-By", "test")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build());
    }

    private static String databaseProcess() {
        try {
            return Files.readString(ROOT.resolve("target/test/database-" + TestPorts.DATABASE + "/started.pid"))
                    .strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> script(String command) {
        return List.of("bash", ROOT.resolve("payara-config/test-environment.sh").toString(), command);
    }

    private static void run(List<String> command) {
        Path output;
        try {
            output = Files.createTempFile("fixamingata-test", ".log");
            // A file and not a pipe: what the script starts keeps its output open.
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(Map.of("FMG_DB_PORT", String.valueOf(TestPorts.DATABASE)));
            int end = builder.start().waitFor();
            assertThat(end).as(command + ": " + Files.readString(output)).isZero();
            Files.delete(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
