package se.fixamingata.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * What happened inside the server stands in its log, not in the test's report: shows the end of it when a test fails. A server that is
 * not there any more is named as such, with its last words, and started again: one dead server is one failure and not three hundred.
 */
public final class ServerLogOnFailure
        implements TestWatcher, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    private static final int LINES = 60;
    private static final int LAST_WORDS = 12;
    private static final Path LOG = Path.of(
            System.getProperty("fmg.root", ".."), "target/test/payara-" + TestPorts.HTTP, "domain1/logs/server.log");

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        System.out.println("--- end of server.log after " + context.getDisplayName());
        end(LINES).forEach(System.out::println);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable cause) throws Throwable {
        throw named(cause);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable cause) throws Throwable {
        throw named(cause);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable cause) throws Throwable {
        throw named(cause);
    }

    private static Throwable named(Throwable cause) {
        if (TestEnvironment.isServerRunning()) {
            return cause;
        }
        List<String> words = new ArrayList<>();
        words.add("The server had died (" + cause + "). The end of server.log:");
        words.addAll(end(LAST_WORDS));
        try {
            TestEnvironment.crashServer();
        } catch (AssertionError e) {
            words.add("Nor could it be started again: " + e.getMessage());
        }
        return new AssertionError(String.join("\n", words), cause);
    }

    private static List<String> end(int count) {
        try {
            List<String> lines = Files.readAllLines(LOG, StandardCharsets.ISO_8859_1);
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("server.log cannot be read: " + e);
        }
    }
}
