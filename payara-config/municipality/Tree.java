import java.util.ArrayList;
import java.util.List;

/** An answer, written as XML or as JSON. A node has a text or children; a list's children all have one name. */
final class Tree {

    private final String name;
    private final String text;
    private final boolean list;
    private final List<Tree> children = new ArrayList<>();

    private Tree(String name, String text, boolean list) {
        this.name = name;
        this.text = text;
        this.list = list;
    }

    static Tree list(String name) {
        return new Tree(name, null, true);
    }

    static Tree of(String name) {
        return new Tree(name, null, false);
    }

    Tree with(Tree child) {
        children.add(child);
        return this;
    }

    /** Left out when there is none. */
    Tree with(String field, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            children.add(new Tree(field, value.toString(), false));
        }
        return this;
    }

    String xml() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml(out);
        return out.toString();
    }

    private void xml(StringBuilder out) {
        out.append('<').append(name).append('>');
        if (text == null) {
            children.forEach(child -> child.xml(out));
        } else {
            out.append(escaped(text));
        }
        out.append("</").append(name).append('>');
    }

    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The root's name is XML's only. */
    String json() {
        StringBuilder out = new StringBuilder();
        json(out);
        return out.toString();
    }

    private void json(StringBuilder out) {
        if (text != null) {
            quoted(out, text);
            return;
        }
        out.append(list ? '[' : '{');
        for (int i = 0; i < children.size(); i++) {
            out.append(i == 0 ? "" : ",");
            if (!list) {
                quoted(out, children.get(i).name);
                out.append(':');
            }
            children.get(i).json(out);
        }
        out.append(list ? ']' : '}');
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
