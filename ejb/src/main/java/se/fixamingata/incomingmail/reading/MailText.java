package se.fixamingata.incomingmail.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes of a mail as text. What a mail says of its charset is often wrong, and å, ä and ö have to survive that: UTF-8 proves itself, so
 * it is tried where anything else is doubtful, and what is not UTF-8 is what Windows calls Latin 1.
 */
final class MailText {

    /** Holds every character of ISO 8859-1 that can be seen, and the quotation marks that senders mean when they say ISO 8859-1. */
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** Names under which the other two travel, or that say nothing. */
    private static final Set<String> DOUBTFUL = Set.of(
            "us-ascii",
            "ascii",
            "ansi_x3.4-1968",
            "iso-8859-1",
            "latin1",
            "latin-1",
            "windows-1252",
            "cp1252",
            "unknown-8bit",
            "x-unknown",
            "8bit",
            "utf8",
            "utf-8",
            "default",
            "binary");

    private MailText() {}

    /** @param charset as the sender says; null when it says nothing */
    static String decode(byte[] bytes, String charset) {
        String name =
                charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT).replaceAll("[\"']", "");
        if (name.isEmpty() || DOUBTFUL.contains(name)) {
            return utf8(bytes).orElseGet(() -> new String(bytes, LATIN));
        }
        return find(name)
                .map(known -> new String(bytes, known))
                .or(() -> utf8(bytes))
                .orElseGet(() -> new String(bytes, LATIN));
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unheardOf) {
            return Optional.empty();
        }
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
