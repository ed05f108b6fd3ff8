package se.fixamingata.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.Language;

/**
 * A mail before it is MIME. Text and HTML say the same.
 *
 * @param messageId with angle brackets; the same for every attempt
 * @param to one address
 * @param replyTo where answers go; empty for the sender
 * @param unsubscribe the address that ends the subscription by one POST (RFC 8058); empty for what is no subscription
 * @param inline pictures that the HTML shows as {@code cid:name}
 * @param date of the event that it tells of
 */
public record Letter(
        String messageId,
        String to,
        Optional<String> replyTo,
        Optional<String> unsubscribe,
        Language language,
        LetterText content,
        List<Part> inline,
        List<Part> attachments,
        Instant date) {

    public Letter {
        inline = List.copyOf(inline);
        attachments = List.copyOf(attachments);
    }

    /**
     * Something that travels with a letter.
     *
     * @param name the content id of an inline picture, the file name of an attachment
     * @param type MIME type
     */
    public record Part(String name, String type, byte[] bytes) {}
}
