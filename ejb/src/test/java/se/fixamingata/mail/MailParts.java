package se.fixamingata.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A received mail taken apart, as a mail program would. */
public final class MailParts {

    private final MimeMessage message;
    private final String structure;
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();
    private final Map<String, byte[]> inline = new LinkedHashMap<>();
    private String text;
    private String html;

    private MailParts(MimeMessage message) throws MessagingException, IOException {
        this.message = message;
        this.structure = read(message);
    }

    public static MailParts of(MimeMessage message) {
        try {
            return new MailParts(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(Part part) throws MessagingException, IOException {
        String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        if (part.getContent() instanceof Multipart several) {
            List<String> inner = new ArrayList<>();
            for (int i = 0; i < several.getCount(); i++) {
                inner.add(read(several.getBodyPart(i)));
            }
            return type + "(" + String.join(", ", inner) + ")";
        }
        byte[] bytes = part.getInputStream().readAllBytes();
        if (Part.ATTACHMENT.equals(part.getDisposition())) {
            attachments.put(part.getFileName(), bytes);
        } else if (Part.INLINE.equals(part.getDisposition())) {
            inline.put(((MimeBodyPart) part).getContentID(), bytes);
        } else if (type.equals("text/html")) {
            html = new String(bytes, StandardCharsets.UTF_8);
        } else {
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        return type;
    }

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every value of that header, decoded as little as possible; empty when there is none. */
    public List<String> header(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all headers, in their order. */
    public List<String> headers() {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(Header::getName)
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tree of MIME types. */
    public String structure() {
        return structure;
    }

    public String text() {
        return text;
    }

    public String html() {
        return html;
    }

    /** By file name. */
    public Map<String, byte[]> attachments() {
        return attachments;
    }

    /** By content id, with angle brackets. */
    public Map<String, byte[]> inline() {
        return inline;
    }
}
