package se.fixamingata.incomingmail.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail taken apart.
 *
 * @param parts without multiparts, in their order; a message inside the message is one part
 * @param whole whether all of it was read; a mail with too many parts, layers or bytes is read up to there
 */
public record ReadMail(MailHeaders headers, List<MailPart> parts, boolean whole) {

    public ReadMail {
        parts = List.copyOf(parts);
    }

    /** {@code Message-ID} as it stands, with angle brackets; empty when it has none. */
    public Optional<String> messageId() {
        return headers.first("Message-ID").map(String::strip).filter(id -> !id.isEmpty());
    }

    /** In one line; empty when it has none. */
    public String subject() {
        return headers.first("Subject")
                .orElse("")
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
    }

    /** Whom it says it is from: one address in lower case; empty when it does not say, or says more than one. */
    public Optional<String> sender() {
        List<String> from = MailAddresses.of(headers.raw("From"));
        return from.size() == 1 ? Optional.of(from.get(0)) : Optional.empty();
    }

    /** Every address to which it was sent, as far as its headers tell, in lower case. */
    public List<String> recipients() {
        return MailAddresses.of(
                List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc").stream()
                        .flatMap(name -> headers.raw(name).stream())
                        .toList());
    }

    /** When it says it was written; empty when it does not say so in a way that can be read. */
    public Optional<Instant> date() {
        return headers.first("Date").flatMap(MailDates::read);
    }

    /** {@code Message-ID}s of what it answers, the nearest first. */
    public List<String> references() {
        return MailAddresses.ids(headers.first("In-Reply-To").orElse("") + " "
                + headers.first("References").orElse(""));
    }

    /** The words as plain text; empty when there are none. */
    public Optional<String> plain() {
        return words("text/plain");
    }

    /** The words as HTML; empty when there are none. */
    public Optional<String> html() {
        return words("text/html");
    }

    private Optional<String> words(String type) {
        StringBuilder words = new StringBuilder();
        for (MailPart part : parts) {
            if (part.isWords(type) && words.length() < MailPart.TEXT_MAX) {
                words.append(words.isEmpty() ? "" : "\n")
                        .append(FlowedText.isFlowed(part) ? FlowedText.join(part) : part.text());
            }
        }
        return words.toString().isBlank() ? Optional.empty() : Optional.of(words.toString());
    }

    /** Whether its words are hidden from us: encrypted, or signed in such a way that they cannot be read without the right program. */
    public boolean isLocked() {
        return parts.stream()
                .map(MailPart::type)
                .anyMatch(type -> type.equals("application/pgp-encrypted")
                        || type.equals("application/pkcs7-mime")
                        || type.equals("application/x-pkcs7-mime"));
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "ReadMail[" + parts.size() + " parts]";
    }
}
