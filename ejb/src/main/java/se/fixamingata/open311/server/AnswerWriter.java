package se.fixamingata.open311.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes an answer straight to where it goes, XML or JSON from the same calls, as every client that was tried accepts it: XML with a
 * declaration and without attributes or namespaces; JSON by the Spark convention, a list always an array, texts never {@code null}.
 * Characters that XML 1.0 does not know are left out of both.
 */
public abstract class AnswerWriter {

    /** Something that is written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(AnswerWriter out) throws IOException;
    }

    /** One open list or object: what its items are called, and whether anything is in it already. */
    static final class Level {
        final String name;
        final String item;
        boolean filled;

        Level(String name, String item) {
            this.name = name;
            this.item = item;
        }

        boolean isList() {
            return item != null;
        }
    }

    private static final int MICRO = 1_000_000;

    final Utf8Output out;
    final Deque<Level> levels = new ArrayDeque<>();

    AnswerWriter(Utf8Output out) {
        this.out = out;
    }

    /** Writes that content as UTF-8, to the end; does not close the stream. */
    public static void write(AnswerFormat format, OutputStream to, Content content) throws IOException {
        Utf8Output writer = new Utf8Output(to);
        AnswerWriter answer = format == AnswerFormat.XML ? new XmlAnswer(writer) : new JsonAnswer(writer);
        answer.begin();
        content.writeTo(answer);
        writer.flush();
    }

    /** A small answer at once. */
    public static byte[] bytes(AnswerFormat format, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(format, bytes, content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    abstract void begin() throws IOException;

    /**
     * Begins a list, the answer itself or inside an object.
     *
     * @param name of the list
     * @param item what XML calls each of its members
     */
    public abstract void beginList(String name, String item) throws IOException;

    /** Begins the next member of the list, an object. */
    public abstract void beginItem() throws IOException;

    /** Begins an object: the answer itself, or inside another. */
    public abstract void beginObject(String name) throws IOException;

    /** Ends what was begun last. */
    public abstract void end() throws IOException;

    /** A plain member of the list. */
    public abstract void item(String text) throws IOException;

    /** A text; null is written as an empty one. */
    public abstract void text(String name, String value) throws IOException;

    /** Any number of texts of the same name: several elements in XML, an array in JSON. */
    public abstract void texts(String name, List<String> values) throws IOException;

    abstract void bare(String name, String value) throws IOException;

    /** A text that is left out when there is none. */
    public void optional(String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            text(name, value);
        }
    }

    public void flag(String name, boolean value) throws IOException {
        bare(name, Boolean.toString(value));
    }

    public void number(String name, long value) throws IOException {
        bare(name, Long.toString(value));
    }

    /** Degrees, with a point whatever the server's language, to a tenth of a metre. */
    public void degrees(String name, double value) throws IOException {
        long micro = Math.round(Math.abs(value) * MICRO);
        String fraction = Long.toString(MICRO + micro % MICRO).substring(1);
        bare(name, (value < 0 && micro > 0 ? "-" : "") + micro / MICRO + "." + fraction);
    }

    /** UTC, whole seconds, always with its zone. */
    public void moment(String name, Instant value) throws IOException {
        text(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** What stands for that character in this format; the empty text for nothing, null for itself. */
    abstract String substitute(char character);

    /** Writes the text in pieces as long as nothing needs another spelling. */
    final void spell(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isPlain(character)) {
                continue;
            }
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            String other = isWritable(character) ? substitute(character) : "";
            if (other != null) {
                out.write(text, from, i - from);
                out.write(other);
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
    }

    /** Most of what anybody writes: letters, digits, blanks. */
    private static boolean isPlain(char character) {
        return character > '>' && character < '\\' || character > '\\' && character < 0xD800 || character == ' ';
    }

    /** Whether both formats can carry that character; half of a pair is none. */
    private static boolean isWritable(char character) {
        return character >= 0x20 && character <= 0xD7FF
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0xE000 && character <= 0xFFFD;
    }
}
