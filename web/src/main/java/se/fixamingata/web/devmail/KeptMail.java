package se.fixamingata.web.devmail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as it was kept, taken apart for showing. */
final class KeptMail {

    /** A part that is a file of its own; {@code contentId} without its angle brackets, or empty. */
    record Attachment(int number, String fileName, String contentType, String contentId, byte[] content) {}

    private static final Pattern CONTENT_ID = Pattern.compile("cid:([^\"')\\s>]+)");

    private final MimeMessage message;
    private final List<Attachment> attachments = new ArrayList<>();
    private String text = "";
    private String html = "";

    private KeptMail(MimeMessage message) throws MessagingException, IOException {
        this.message = message;
        collect(message);
    }

    /** @throws MessagingException when it is no message */
    static KeptMail read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            return new KeptMail(new MimeMessage(Session.getInstance(new Properties()), in));
        }
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (part.getFileName() == null && part.isMimeType("text/plain") && text.isEmpty()) {
            text = part.getContent().toString();
        } else if (part.getFileName() == null && part.isMimeType("text/html") && html.isEmpty()) {
            html = part.getContent().toString();
        } else {
            attach(part);
        }
    }

    private void attach(Part part) throws MessagingException, IOException {
        int number = attachments.size();
        String name = part.getFileName() == null ? "del-" + number : decoded(part.getFileName());
        String type = part.getContentType().split(";", 2)[0].strip();
        String[] ids = part instanceof BodyPart ? part.getHeader("Content-ID") : null;
        String id = ids == null ? "" : ids[0].replaceAll("[<>]", "");
        try (InputStream in = part.getInputStream()) {
            attachments.add(new Attachment(number, name, type, id, in.readAllBytes()));
        }
    }

    /** The header's value in the clear, empty when it is missing. */
    String header(String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : decoded(MimeUtility.unfold(value));
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    /** The HTML with the message's own pictures inside, as a mail program shows it; empty when there is none. */
    String htmlWithPictures() {
        return CONTENT_ID
                .matcher(html)
                .replaceAll(match ->
                        Matcher.quoteReplacement(picture(match.group(1)).orElse(match.group())));
    }

    private Optional<String> picture(String contentId) {
        return attachments.stream()
                .filter(part -> part.contentId().equals(contentId))
                .filter(part -> part.contentType().toLowerCase(Locale.ROOT).startsWith("image/"))
                .findFirst()
                .map(part -> "data:" + part.contentType() + ";base64,"
                        + Base64.getEncoder().encodeToString(part.content()));
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    Optional<Attachment> attachment(int number) {
        return attachments.stream().filter(part -> part.number() == number).findFirst();
    }
}
