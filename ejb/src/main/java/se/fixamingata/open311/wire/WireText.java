package se.fixamingata.open311.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an answer. What it says about its encoding is often wrong, so the bytes themselves are asked first: a mark at the
 * beginning, then whether they are UTF-8; only then what is said.
 */
final class WireText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 300;

    private WireText() {}

    static String of(byte[] body, String contentType) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            return new String(body, StandardCharsets.UTF_16);
        }
        if (startsWith(body, 0, '<') || startsWith(body, 0, '{') || startsWith(body, 0, '[')) {
            return new String(body, StandardCharsets.UTF_16BE);
        }
        if (startsWith(body, '<', 0) || startsWith(body, '{', 0) || startsWith(body, '[', 0)) {
            return new String(body, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(body, declared(body, contentType).orElse(WESTERN));
        }
    }

    private static boolean startsWith(byte[] body, int... first) {
        if (body.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((body[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declared(byte[] body, String contentType) {
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        return named(DECLARED.matcher(head.stripLeading())).or(() -> named(CHARSET.matcher(contentType)));
    }

    /** Only what could be true of bytes that are neither UTF-8 nor UTF-16. */
    private static Optional<Charset> named(Matcher found) {
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(found.group(1)))
                    .filter(charset -> !charset.name().startsWith("UTF"))
                    .map(charset -> charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
