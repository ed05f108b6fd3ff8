import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The demonstration's mail server: takes every message and keeps it as an {@code .eml} file; nothing is ever sent on. What is written to
 * any address at {@code localhost} lies in a mailbox as well, which is read by IMAP: {@code svar+…} brings replies back, and what comes to
 * another address is the operator's.
 *
 * <p>{@code java -cp LIBRARIES MailKeeper.java PORT DIRECTORY IMAP-PORT}. Listens on 127.0.0.1 alone.
 */
final class MailKeeper {

    private static final int LARGEST = 50 * 1024 * 1024;
    private static final String MAILBOX = "svar";
    private static final String DOMAIN = "@localhost";

    /** As FMG_MAILBOX_AUTHSERV_ID says. */
    private static final String NAME = "demonstration";

    private MailKeeper() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        GreenMail imap = new GreenMail(new ServerSetup(Integer.parseInt(arguments[2]), "127.0.0.1", "imap"));
        imap.start();
        GreenMailUser replies = imap.setUser(MAILBOX + DOMAIN, MAILBOX, MAILBOX);
        AtomicInteger number = new AtomicInteger();
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getByName("127.0.0.1"))
                .hostName("localhost")
                .softwareName("FixaMinGata demonstration")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST)
                .messageHandler((context, from, to, message) -> {
                    byte[] whole = enveloped(from, to, message);
                    keep(directory, number.incrementAndGet(), whole);
                    if (to.toLowerCase(Locale.ROOT).endsWith(DOMAIN)) {
                        deliver(replies, whole);
                    }
                })
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            imap.stop();
        }));
    }

    /** Everybody who can reach us sits at this machine, so their envelope is believed; only what they write in it may be another's. */
    private static byte[] enveloped(String from, String to, byte[] message) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        byte[] envelope = ("Delivered-To: " + to.replaceAll("[\\r\\n]", "") + "\r\nAuthentication-Results: " + NAME + "; dmarc=pass header.from="
                        + domain + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(envelope, envelope.length + message.length);
        System.arraycopy(message, 0, whole, envelope.length, message.length);
        return whole;
    }

    private static void deliver(GreenMailUser mailbox, byte[] message) {
        try {
            mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)));
        } catch (MessagingException e) {
            // Reaches the sender as a temporary failure.
            throw new IllegalStateException(e);
        }
    }

    /** Whole or not at all: whoever lists the directory never sees half a message. */
    private static void keep(Path directory, int number, byte[] message) {
        String name = "%013d-%05d".formatted(System.currentTimeMillis(), number % 100_000);
        Path unfinished = directory.resolve(name + ".part");
        try {
            Files.write(unfinished, message, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            Files.move(unfinished, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Reaches the sender as a temporary failure: it keeps its row and tries again.
            throw new UncheckedIOException(e);
        }
    }
}
