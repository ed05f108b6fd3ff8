package se.fixamingata.open311.server;

import java.io.IOException;
import java.util.List;

/** JSON by the Spark convention: without the root's name, and a list is an array. */
final class JsonAnswer extends AnswerWriter {

    JsonAnswer(Utf8Output out) {
        super(out);
    }

    @Override
    void begin() {
        // Nothing stands before the value.
    }

    @Override
    public void beginList(String name, String item) throws IOException {
        open(name, '[', item);
    }

    @Override
    public void beginItem() throws IOException {
        open(null, '{', null);
    }

    @Override
    public void beginObject(String name) throws IOException {
        open(name, '{', null);
    }

    private void open(String name, char bracket, String item) throws IOException {
        next(name);
        out.write(bracket);
        levels.push(new Level(name, item));
    }

    @Override
    public void end() throws IOException {
        out.write(levels.pop().isList() ? ']' : '}');
    }

    @Override
    public void item(String text) throws IOException {
        next(null);
        quote(text);
    }

    @Override
    public void text(String name, String value) throws IOException {
        next(name);
        quote(value == null ? "" : value);
    }

    @Override
    public void texts(String name, List<String> values) throws IOException {
        beginList(name, name);
        for (String value : values) {
            item(value);
        }
        end();
    }

    @Override
    void bare(String name, String value) throws IOException {
        next(name);
        out.write(value);
    }

    /** The comma after what came before, and the name where an object wants one. */
    private void next(String name) throws IOException {
        Level level = levels.peek();
        if (level == null) {
            return;
        }
        if (level.filled) {
            out.write(',');
        }
        level.filled = true;
        if (!level.isList()) {
            // Names are ours, and plain.
            out.write('"');
            out.write(name);
            out.write("\":");
        }
    }

    private void quote(String text) throws IOException {
        out.write('"');
        spell(text);
        out.write('"');
    }

    @Override
    String substitute(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
        };
    }
}
