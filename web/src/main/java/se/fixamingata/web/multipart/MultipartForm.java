package se.fixamingata.web.multipart;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came in a form with files. Closing it removes the files. */
public final class MultipartForm implements Closeable {

    /** Request attribute with the form that has been read. */
    public static final String ATTRIBUTE = "se.fixamingata.multipart";

    private final Map<String, String[]> fields;
    private final List<SentFile> files;

    MultipartForm(Map<String, List<String>> fields, List<SentFile> files) {
        this.fields = new LinkedHashMap<>();
        fields.forEach((name, values) -> this.fields.put(name, values.toArray(String[]::new)));
        this.files = List.copyOf(files);
    }

    /** Fields by their names, in the order in which they came. */
    public Map<String, String[]> fields() {
        return fields;
    }

    /** Files with something in them, in the order in which they came. */
    public List<SentFile> files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        for (SentFile file : files) {
            Files.deleteIfExists(file.path());
        }
    }
}
