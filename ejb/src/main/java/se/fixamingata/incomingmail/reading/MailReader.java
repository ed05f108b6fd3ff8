package se.fixamingata.incomingmail.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a mail apart: whatever anybody sends, within bounds. Parts come one by one out of a stream, so that a million empty parts, or a
 * thousand layers, cost no more than the first of them; what is beyond a bound is left out, and the mail says that it is not whole.
 */
public final class MailReader {

    static final int DEPTH_MAX = 20;
    static final int PARTS_MAX = 200;

    /** Of all parts together, decoded. */
    static final int BYTES_MAX = 40_000_000;

    private static final int FIELDS_MAX = 1000;
    private static final int FIELD_MAX = 200_000;

    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(FIELDS_MAX)
            .setMaxHeaderLen(FIELD_MAX)
            .build();

    private final List<MailHeaders.Line> headers = new ArrayList<>();
    private final List<MailPart> parts = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private int depth;
    private int multiparts;
    private long room = BYTES_MAX;
    private boolean whole = true;

    private MailReader() {}

    /** Takes a mail apart. Never throws on account of what is in it. */
    public static ReadMail read(byte[] raw) {
        MailReader reader = new MailReader();
        MimeTokenStream stream = new MimeTokenStream(BOUNDS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            stream.parse(new ByteArrayInputStream(raw));
            reader.walk(stream);
        } catch (IOException | MimeException beyond) {
            reader.whole = false;
        }
        return new ReadMail(new MailHeaders(reader.headers), reader.parts, reader.whole);
    }

    private void walk(MimeTokenStream stream) throws IOException, MimeException {
        for (EntityState state = stream.getState();
                whole && state != EntityState.T_END_OF_STREAM;
                state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> fields.clear();
                case T_FIELD -> field(stream.getField());
                case T_START_MULTIPART -> {
                    multiparts++;
                    whole = ++depth <= DEPTH_MAX && multiparts <= PARTS_MAX;
                }
                case T_END_MULTIPART -> depth--;
                case T_BODY -> part(stream);
                default -> {
                    // Preambles and the like are for nobody.
                }
            }
        }
    }

    private void field(Field field) {
        if (depth == 0) {
            String raw = unfolded(field);
            headers.add(new MailHeaders.Line(field.getName().strip().toLowerCase(Locale.ROOT), raw, decoded(raw)));
        }
        fields.add(field);
    }

    /** Its text in one line; bytes beyond ASCII are read as the words of a mail are. */
    private static String unfolded(Field field) {
        byte[] raw = field.getRaw() == null
                ? (field.getName() + ":" + field.getBody()).getBytes(StandardCharsets.UTF_8)
                : field.getRaw().toByteArray();
        String text = MailText.decode(raw, null);
        return text.substring(text.indexOf(':') + 1)
                .replaceAll("\r?\n(?=[ \t])", "")
                .strip();
    }

    private static String decoded(String body) {
        try {
            return DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return body;
        }
    }

    private void part(MimeTokenStream stream) throws IOException {
        if (parts.size() == PARTS_MAX) {
            whole = false;
            return;
        }
        byte[] bytes = bytes(stream.getDecodedInputStream());
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String fileName = "";
        String contentId = "";
        boolean attached = false;
        for (Field field : fields) {
            switch (field.getName().strip().toLowerCase(Locale.ROOT)) {
                case "content-type" -> {
                    ContentTypeField type = ContentTypeFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT);
                    parameters.putAll(type.getParameters());
                    fileName = fileName.isEmpty() ? name(type.getParameter("name")) : fileName;
                }
                case "content-disposition" -> {
                    ContentDispositionField how =
                            ContentDispositionFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT);
                    attached = how.isAttachment();
                    fileName = how.getFilename() == null ? fileName : name(how.getFilename());
                }
                case "content-id" -> contentId = field.getBody().replaceAll("[<>\\s]", "");
                default -> {
                    // The rest says nothing that matters here.
                }
            }
        }
        String type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        MailPart part = new MailPart(type, parameters, fileName, contentId, attached, bytes);
        whole &= !(part.isEndless() && (part.isWords("text/plain") || part.isWords("text/html")));
        parts.add(part);
    }

    private static String name(String encoded) {
        return encoded == null ? "" : decoded(encoded);
    }

    private byte[] bytes(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes((int) room);
        room -= bytes.length;
        if (room == 0) {
            whole = false;
        }
        return bytes;
    }
}
