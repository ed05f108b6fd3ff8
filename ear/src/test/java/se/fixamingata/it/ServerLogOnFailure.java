package se.fixamingata.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** What happened inside the server stands in its log, not in the test's report: shows the end of it when a test fails. */
public final class ServerLogOnFailure implements TestWatcher {

    private static final int LINES = 60;

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        Path log = Path.of(
                System.getProperty("fmg.root", ".."),
                "target/test/payara-" + TestPorts.HTTP,
                "domain1/logs/server.log");
        try {
            List<String> lines = Files.readAllLines(log);
            System.out.println("--- end of server.log after " + context.getDisplayName());
            lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(System.out::println);
        } catch (IOException e) {
            System.out.println("server.log cannot be read: " + e);
        }
    }
}
