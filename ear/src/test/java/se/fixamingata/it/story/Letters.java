package se.fixamingata.it.story;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import se.fixamingata.it.MailBox;

/** Reads mails as their readers' programs do. */
final class Letters {

    private Letters() {}

    /** A part that is no container of others. */
    record Leaf(String type, String fileName, byte[] bytes) {}

    /** The one letter to the authority that has the title in its subject, once it has come. */
    static MimeMessage toAuthority(String recipient, String title) {
        return Awaitility.await("letter to " + recipient)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> about(recipient, title), letters -> letters.size() == 1)
                .get(0);
    }

    private static List<MimeMessage> about(String recipient, String title) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : MailBox.of(recipient)) {
            if (mail.getSubject().contains(title)) {
                found.add(mail);
            }
        }
        return found;
    }

    /** Everything in it, in order. */
    static List<Leaf> leaves(Part part) throws MessagingException, IOException {
        List<Leaf> leaves = new ArrayList<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                leaves.addAll(leaves(parts.getBodyPart(i)));
            }
        } else {
            String type = part.getContentType().replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
            leaves.add(new Leaf(type, part.getFileName(), part.getInputStream().readAllBytes()));
        }
        return leaves;
    }

    /** The attachment for systems that read mail. */
    static JsonObject json(MimeMessage mail) throws MessagingException, IOException {
        Leaf attachment = leaves(mail).stream()
                .filter(leaf -> "fixamingata-rapport.json".equals(leaf.fileName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No fixamingata-rapport.json"));
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(attachment.bytes()))) {
            return reader.readObject();
        }
    }
}
