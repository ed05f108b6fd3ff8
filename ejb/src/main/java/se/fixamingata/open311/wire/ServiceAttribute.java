package se.fixamingata.open311.wire;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a service wants to know besides, as its server defines it.
 *
 * @param variable whether it asks; otherwise the description is only to be shown
 * @param datatype in lower case: {@code string}, {@code number}, {@code datetime}, {@code text}, {@code singlevaluelist},
 *     {@code multivaluelist}; anything else counts as {@code string}
 * @param automated mySociety's word for who fills it: {@code server_set}, {@code hidden_field}; empty for the resident
 * @param values of lists
 */
public record ServiceAttribute(
        String code,
        boolean variable,
        String datatype,
        boolean required,
        String datatypeDescription,
        int order,
        String description,
        String automated,
        List<Value> values) {

    /** One choice. */
    public record Value(String key, String name) {}

    public ServiceAttribute {
        values = List.copyOf(values);
    }

    /** Those of a definition as it came, in their order; without code there is nothing that could be asked. */
    public static List<ServiceAttribute> of(WireNode definition) {
        List<ServiceAttribute> all = new ArrayList<>();
        for (WireNode node : definition.items("attribute")) {
            if (!node.text("code").isEmpty()) {
                all.add(of(node, all.size() + 1));
            }
        }
        all.sort(Comparator.comparingInt(ServiceAttribute::order));
        return all;
    }

    private static ServiceAttribute of(WireNode node, int place) {
        return new ServiceAttribute(
                node.text("code"),
                node.text("variable").isEmpty() || node.flag("variable"),
                node.text("datatype").toLowerCase(Locale.ROOT),
                node.flag("required"),
                node.text("datatype_description"),
                (int) node.number("order").orElse(place),
                node.text("description"),
                node.text("automated").toLowerCase(Locale.ROOT),
                values(node));
    }

    private static List<Value> values(WireNode attribute) {
        WireNode list = attribute.child("values").orElse(attribute);
        return list.children().stream()
                .filter(one -> one.name().isEmpty() || "value".equals(one.name()))
                .map(ServiceAttribute::value)
                .filter(value -> !value.key().isEmpty())
                .toList();
    }

    private static Value value(WireNode node) {
        if (node.children().isEmpty()) {
            return new Value(node.text().strip(), node.text().strip());
        }
        String key = node.text("key");
        return new Value(key, node.text("name").isEmpty() ? key : node.text("name"));
    }

    /** What {@code open311_service.definition} keeps; {@link #read} gives it back. */
    public static String write(List<ServiceAttribute> attributes) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (ServiceAttribute one : attributes) {
            JsonArrayBuilder values = Json.createArrayBuilder();
            one.values.forEach(value -> values.add(
                    Json.createObjectBuilder().add("key", value.key()).add("name", value.name())));
            list.add(Json.createObjectBuilder()
                    .add("code", one.code)
                    .add("variable", one.variable)
                    .add("datatype", one.datatype)
                    .add("required", one.required)
                    .add("datatype_description", one.datatypeDescription)
                    .add("order", one.order)
                    .add("description", one.description)
                    .add("automated", one.automated)
                    .add("values", values));
        }
        return Json.createObjectBuilder().add("attributes", list).build().toString();
    }

    /** What {@link #write} made; none for null. */
    public static List<ServiceAttribute> read(String kept) {
        if (kept == null) {
            return List.of();
        }
        try {
            return of(WireReader.read(kept.getBytes(StandardCharsets.UTF_8), "", WireFormat.JSON));
        } catch (WireFault own) {
            throw new IllegalStateException("Our own definition cannot be read", own);
        }
    }

    /** Whether several of its values may be chosen. */
    public boolean isMultiple() {
        return "multivaluelist".equals(datatype);
    }
}
