package se.fixamingata.web.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text. Libraries name ISO 8859-1 because it is their default, whatever they then write; UTF-8 proves itself, so it is tried
 * first, unless the charset is none in which UTF-8 could stand.
 */
final class Texts {

    /** Holds every character of ISO 8859-1 that can be seen. */
    private static final Charset LATIN = Charset.forName("windows-1252");

    private Texts() {}

    /** @param charset as the sender says */
    static String decode(byte[] bytes, Optional<Charset> charset) {
        Optional<Charset> wide = charset.filter(known -> known.name().startsWith("UTF-16"));
        return wide.map(known -> new String(bytes, known))
                .or(() -> utf8(bytes))
                .orElseGet(
                        () -> new String(bytes, charset.filter(Texts::isOther).orElse(LATIN)));
    }

    private static boolean isOther(Charset charset) {
        return !charset.equals(StandardCharsets.UTF_8)
                && !charset.equals(StandardCharsets.US_ASCII)
                && !charset.equals(StandardCharsets.ISO_8859_1);
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
