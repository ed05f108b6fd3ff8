package se.fixamingata.open311.server;

import java.io.IOException;
import java.util.List;

/** XML as GeoReport v2 shows it. */
final class XmlAnswer extends AnswerWriter {

    XmlAnswer(Utf8Output out) {
        super(out);
    }

    @Override
    void begin() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    @Override
    public void beginList(String name, String item) throws IOException {
        open(name, item);
    }

    @Override
    public void beginItem() throws IOException {
        open(levels.peek().item, null);
    }

    @Override
    public void beginObject(String name) throws IOException {
        open(name, null);
    }

    private void open(String name, String item) throws IOException {
        tag("<", name, ">");
        levels.push(new Level(name, item));
    }

    @Override
    public void end() throws IOException {
        tag("</", levels.pop().name, ">");
    }

    @Override
    public void item(String text) throws IOException {
        text(levels.peek().item, text);
    }

    @Override
    public void text(String name, String value) throws IOException {
        if (value == null || value.isEmpty()) {
            tag("<", name, "/>");
            return;
        }
        tag("<", name, ">");
        spell(value);
        tag("</", name, ">");
    }

    @Override
    public void texts(String name, List<String> values) throws IOException {
        if (values.isEmpty()) {
            text(name, null);
        }
        for (String value : values) {
            text(name, value);
        }
    }

    @Override
    void bare(String name, String value) throws IOException {
        text(name, value);
    }

    private void tag(String before, String name, String after) throws IOException {
        out.write(before);
        out.write(name);
        out.write(after);
    }

    @Override
    String substitute(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            // Else every reader would make it a line feed.
            case '\r' -> "&#13;";
            default -> null;
        };
    }
}
