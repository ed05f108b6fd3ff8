package se.fixamingata.open311;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** A strict answer, written as XML or as JSON by the letter of the specification. */
final class StandInDocument {

    private final String name;
    private final String text;
    private final boolean list;
    private final List<StandInDocument> children = new ArrayList<>();

    private StandInDocument(String name, String text, boolean list) {
        this.name = name;
        this.text = text;
        this.list = list;
    }

    /** An element whose children are all of one kind. */
    static StandInDocument list(String name) {
        return new StandInDocument(name, null, true);
    }

    static StandInDocument object(String name) {
        return new StandInDocument(name, null, false);
    }

    StandInDocument with(String child, Object value) {
        children.add(new StandInDocument(child, value == null ? "" : value.toString(), false));
        return this;
    }

    StandInDocument with(StandInDocument child) {
        children.add(child);
        return this;
    }

    String xml() {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + element();
    }

    private String element() {
        if (text != null) {
            return text.isEmpty() ? "<" + name + "/>" : "<" + name + ">" + escaped(text) + "</" + name + ">";
        }
        StringBuilder all = new StringBuilder("<" + name + ">");
        children.forEach(child -> all.append(child.element()));
        return all.append("</").append(name).append(">").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String json() {
        return value().toString();
    }

    private JsonValue value() {
        if (text != null) {
            return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
        }
        if (list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            children.forEach(child -> array.add(child.value()));
            return array.build();
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        children.forEach(child -> object.add(child.name, child.value()));
        return object.build();
    }
}
