import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The demonstration's mail server: takes every message and keeps it as an {@code .eml} file; nothing is ever sent on.
 *
 * <p>{@code java -cp LIBRARIES MailKeeper.java PORT DIRECTORY}. Listens on 127.0.0.1 alone.
 */
final class MailKeeper {

    private static final int LARGEST = 50 * 1024 * 1024;

    private MailKeeper() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        AtomicInteger number = new AtomicInteger();
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getByName("127.0.0.1"))
                .hostName("localhost")
                .softwareName("FixaMinGata demonstration")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST)
                .messageHandler((context, from, to, message) -> keep(directory, number.incrementAndGet(), to, message))
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    }

    /** Whole or not at all: whoever lists the directory never sees half a message. */
    private static void keep(Path directory, int number, String to, byte[] message) {
        String name = "%013d-%05d".formatted(System.currentTimeMillis(), number % 100_000);
        String envelope = "Delivered-To: " + to.replaceAll("[\\r\\n]", "") + "\r\n";
        Path unfinished = directory.resolve(name + ".part");
        try {
            Files.write(unfinished, envelope.getBytes(StandardCharsets.UTF_8));
            Files.write(unfinished, message, StandardOpenOption.APPEND);
            Files.move(unfinished, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Reaches the sender as a temporary failure: it keeps its row and tries again.
            throw new UncheckedIOException(e);
        }
    }
}
