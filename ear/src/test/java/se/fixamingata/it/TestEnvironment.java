package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Takes away what the application runs on, and gives it back. Whoever takes must give back, also when the test fails. */
public final class TestEnvironment {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path ROOT = Path.of(System.getProperty("fmg.root", ".."));

    private static final String SERVER_PROCESS = "payara-" + TestPorts.HTTP + "/domain1/config/pid";

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

    /** The server dies in the middle of what it does, with all that it had in memory, and is started again. */
    public static void crashServer() {
        run(script("crash-server"));
        awaitReady();
    }

    /** The server dies this very moment; {@link #crashServer} starts it again. */
    public static void killServer() {
        run(List.of("kill", "-KILL", process(SERVER_PROCESS)));
    }

    /** Whether the process that the environment started lives, however busy it may be. */
    public static boolean isServerRunning() {
        // One that died and that nobody has fetched yet is still listed, without a command.
        return Files.exists(ROOT.resolve("target/test").resolve(SERVER_PROCESS))
                && ProcessHandle.of(Long.parseLong(process(SERVER_PROCESS)))
                        .flatMap(server -> server.info().command())
                        .isPresent();
    }

    /** Whether the application says that it can work. */
    public static boolean isReady() {
        return ServerTest.get("/health/ready").statusCode() == 200;
    }

    private static void awaitReady() {
        Awaitility.await("the application to be ready").atMost(PATIENCE).until(TestEnvironment::isReady);
    }

    private static String databaseProcess() {
        return process("database-" + TestPorts.DATABASE + "/started.pid");
    }

    private static String process(String file) {
        try {
            return Files.readString(ROOT.resolve("target/test/" + file)).strip();
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
            builder.environment().putAll(ports());
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

    private static Map<String, String> ports() {
        Map<String, String> ports = new HashMap<>();
        Map.of(
                        "FMG_DB_PORT", TestPorts.DATABASE,
                        "FMG_HTTP_PORT", TestPorts.HTTP,
                        "FMG_ADMIN_PORT", TestPorts.ADMIN,
                        "FMG_METRICS_PORT", TestPorts.METRICS,
                        "FMG_SMTP_PORT", TestPorts.SMTP,
                        "FMG_NOMINATIM_PORT", TestPorts.NOMINATIM)
                .forEach((name, port) -> ports.put(name, String.valueOf(port)));
        return ports;
    }
}
