package se.fixamingata.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a plain form whose length nobody has told: the container reads such a one to its end, however far that is. */
public final class PlainFormReader {

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int FIELDS_MAX = 1_000;

    private PlainFormReader() {}

    /** Whether that is a plain form. */
    public static boolean concerns(String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /**
     * Reads it all.
     *
     * @param charset as the sender names it; null for UTF-8
     * @param most bytes
     * @throws BrokenForm when it is none, or there is more of it
     */
    public static MultipartForm read(InputStream in, String charset, int most) throws IOException {
        byte[] body;
        try {
            body = in.readNBytes(most + 1);
        } catch (IOException brokenOff) {
            throw new BrokenForm("broken off", brokenOff);
        }
        if (body.length > most) {
            throw new BrokenForm("more than " + most + " bytes", true);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            Charset letters = charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
            int count = 0;
            for (String field : new String(body, StandardCharsets.ISO_8859_1).split("&", FIELDS_MAX + 1)) {
                if (++count > FIELDS_MAX) {
                    throw new BrokenForm("more than " + FIELDS_MAX + " fields", true);
                }
                add(fields, field, letters);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new BrokenForm("charset", unknown);
        } catch (IllegalArgumentException nonsense) {
            throw new BrokenForm("not encoded as a form", nonsense);
        }
        return new MultipartForm(fields, List.of());
    }

    private static void add(Map<String, List<String>> fields, String field, Charset letters) {
        if (field.isEmpty()) {
            return;
        }
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        String value = equals < 0 ? "" : field.substring(equals + 1);
        fields.computeIfAbsent(decoded(name, letters), none -> new ArrayList<>())
                .add(decoded(value, letters));
    }

    /** Bytes that should have been encoded, and were not, are what they are in that charset. */
    private static String decoded(String text, Charset letters) {
        return URLDecoder.decode(new String(text.getBytes(StandardCharsets.ISO_8859_1), letters), letters);
    }
}
