package se.fixamingata.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A real SMTP server for the whole run, and what arrived there; each test uses addresses of its own. And the mailbox that the application
 * reads by IMAP.
 */
public final class MailBox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPLIES = "svar";
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(TestPorts.SMTP, "127.0.0.1", "smtp"), new ServerSetup(TestPorts.IMAP, "127.0.0.1", "imap")
    });

    static {
        // The application hangs up in the middle of a mail that it is not to send any more, and the server's thread
        // dies of it: that says
        // nothing about the test that happens to wait at that moment.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private MailBox() {}

    /** Starts listening; does nothing when it does already. */
    public static synchronized void open() {
        if (!SERVER.isRunning()) {
            SERVER.start();
            SERVER.setUser(REPLIES + "@fixamingata.example", REPLIES, REPLIES);
        }
    }

    /** Lays a mail into the mailbox that the application reads, which it does every few seconds. */
    public static void reply(String... lines) {
        byte[] raw = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            SERVER.getUserManager()
                    .getUser(REPLIES)
                    .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Nobody is at home: the port refuses. {@link #open} ends it; what had arrived is gone. */
    public static synchronized void close() {
        SERVER.stop();
    }

    /** What has arrived for that address, in order of arrival. */
    public static List<MimeMessage> of(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    /** Waits until that many messages have arrived for the address. */
    public static List<MimeMessage> await(String address, int messages) {
        Awaitility.await("mail to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> of(address).size() >= messages);
        return of(address);
    }

    /** The first link in the message's text that has this path, for example {@code /bekrafta/}. */
    public static String link(MimeMessage message, String path) {
        Matcher link = Pattern.compile("https?://[^\\s<>\"]+" + Pattern.quote(path) + "[^\\s<>\"]*")
                .matcher(text(message));
        if (!link.find()) {
            throw new AssertionError("No link with " + path + " in:\n" + text(message));
        }
        return link.group();
    }

    /** The plain text part. */
    public static String text(MimeMessage message) {
        try {
            String found = plain(message);
            if (found == null) {
                throw new AssertionError("A mail without a text part");
            }
            return found;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getFileName() == null) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = plain(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return message.getAllRecipients() != null
                    && Arrays.stream(message.getAllRecipients())
                            .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
