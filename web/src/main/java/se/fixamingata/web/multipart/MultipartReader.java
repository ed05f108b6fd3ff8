package se.fixamingata.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a form with files apart, within bounds. The container's own parser knows no bound on the number of parts, of each of which it
 * remembers something for ever, and takes texts for ISO 8859-1.
 */
public final class MultipartReader {

    static final int PARTS_MAX = 1_000;

    /** Bytes of all fields together, as much as a form without files may have. */
    static final int TEXT_MAX = 1 << 20;

    private static final int LAYERS_MAX = 2;
    private static final int BOUNDARY_MAX = 200;

    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(20)
            .setMaxHeaderLen(10_000)
            .build();

    /** Up to the next parameter: one library writes {@code boundary====1795===}, without quotes. */
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*+boundary\\s*+=\\s*+(?:\"([^\"]++)\"|([^;]++))", Pattern.CASE_INSENSITIVE);

    /** A body that ends before its last boundary was cut on its way: half a picture is none. */
    private static final DecodeMonitor WHOLE = new DecodeMonitor() {
        @Override
        public boolean warn(String error, String dropDesc) {
            return error.endsWith(Event.MIME_BODY_PREMATURE_END.toString())
                    || error.endsWith(Event.HEADERS_PREMATURE_END.toString());
        }

        @Override
        public boolean isListening() {
            return true;
        }
    };

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<SentFile> files = new ArrayList<>();
    private PartHeader header = new PartHeader();
    private int parts;
    private int layers;
    private int room = TEXT_MAX;

    private MultipartReader() {}

    /** Whether a body of that type is one; may be null. */
    public static boolean concerns(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Reads it to its end. Whoever calls closes the form.
     *
     * @param most bytes that it may have
     * @throws BrokenForm when it is none, or is too large
     * @throws IOException when there is no room for its files
     */
    public static MultipartForm read(InputStream body, String contentType, long most) throws IOException {
        MultipartReader reader = new MultipartReader();
        boolean whole = false;
        try {
            reader.walk(new BoundedBody(body, most), boundary(contentType));
            whole = true;
        } catch (MimeException | IllegalStateException broken) {
            throw new BrokenForm("The body is no multipart/form-data", broken);
        } finally {
            if (!whole) {
                reader.form().close();
            }
        }
        return reader.form();
    }

    private MultipartForm form() {
        return new MultipartForm(fields, files);
    }

    private static String boundary(String contentType) throws BrokenForm {
        Matcher found = BOUNDARY.matcher(contentType);
        String boundary =
                found.find() ? (found.group(1) == null ? found.group(2).strip() : found.group(1)) : "";
        if (boundary.isEmpty() || boundary.length() > BOUNDARY_MAX || boundary.indexOf('\\') >= 0) {
            throw new BrokenForm("There is no boundary", false);
        }
        return boundary;
    }

    private void walk(InputStream body, String boundary) throws IOException, MimeException {
        MimeTokenStream stream = new MimeTokenStream(BOUNDS, WHOLE, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parseHeadless(body, "multipart/form-data; boundary=\"" + boundary + "\"");
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART -> layers(1);
                case T_END_MULTIPART -> layers(-1);
                case T_START_HEADER -> header = new PartHeader();
                case T_FIELD -> header.add(stream.getField().getRaw().toByteArray());
                case T_BODY -> part(stream.getDecodedInputStream());
                default -> {
                    // What stands between the parts is for nobody.
                }
            }
        }
    }

    private void layers(int more) throws BrokenForm {
        layers += more;
        if (layers > LAYERS_MAX) {
            throw new BrokenForm("There are forms within forms", false);
        }
    }

    private void part(InputStream content) throws IOException {
        parts++;
        if (parts > PARTS_MAX) {
            throw new BrokenForm("There are too many parts", true);
        }
        if (header.name().isEmpty()) {
            return;
        }
        if (header.isFile()) {
            keep(content);
        } else {
            byte[] bytes = content.readNBytes(room + 1);
            room -= bytes.length;
            if (room < 0) {
                throw new BrokenForm("The fields are too large", true);
            }
            fields.computeIfAbsent(header.name().get(), name -> new ArrayList<>())
                    .add(Texts.decode(bytes, header.charset()));
        }
    }

    /** Nothing is kept of a field in which no file was chosen. */
    private void keep(InputStream content) throws IOException {
        Path path = Files.createTempFile("fmg-form", ".upload");
        SentFile file = new SentFile(header.name().orElseThrow(), header.fileName(), path);
        boolean empty = true;
        try {
            empty = Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING) == 0;
        } finally {
            if (empty) {
                Files.deleteIfExists(path);
            } else {
                files.add(file);
            }
        }
    }
}
