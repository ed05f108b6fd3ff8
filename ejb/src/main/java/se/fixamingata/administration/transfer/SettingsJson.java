package se.fixamingata.administration.transfer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.fixamingata.administration.CategoryChoice;
import se.fixamingata.administration.CategorySettings;
import se.fixamingata.deadline.DueDays;
import se.fixamingata.joining.Refusal;

/** Writes and reads the file. A field that is not known is a fault: nothing that somebody has written is passed over in silence. */
final class SettingsJson {

    /** Another one is another file. */
    static final int VERSION = 1;

    private static final String FORMAT = "fixamingata-authority";

    private final List<FileFault> faults = new ArrayList<>();

    static String write(SettingsDocument document) {
        JsonArrayBuilder categories = Json.createArrayBuilder();
        document.categories()
                .categories()
                .forEach(one -> categories.add(Json.createObjectBuilder()
                        .add("code", one.code())
                        .add("on", one.on())
                        .add("private", one.confidential())
                        .add("recipient", one.recipient())));
        JsonArrayBuilder deadlines = Json.createArrayBuilder();
        document.deadlines()
                .forEach((code, days) -> deadlines.add(Json.createObjectBuilder()
                        .add("category", code)
                        .add("answer", days.answer())
                        .add("solve", days.solve())));
        JsonObjectBuilder all = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("version", VERSION)
                .add("authority", document.authority())
                .add("email", document.categories().email())
                .add("categories", categories)
                .add("deadlines", deadlines);
        document.refusal()
                .ifPresent(refusal -> all.add(
                        "refusal",
                        Json.createObjectBuilder()
                                .add("sv", refusal.sv())
                                .add("en", refusal.en())
                                .add("url", refusal.url())));
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(all.build());
        }
        return text.toString().strip() + "\n";
    }

    /** All that is wrong; a document that was read is meaningless while there is anything. */
    List<FileFault> faults() {
        return faults;
    }

    /** Empty when the text is no JSON object. */
    Optional<SettingsDocument> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(document(reader.readObject()));
        } catch (JsonParsingException broken) {
            fault(Long.toString(broken.getLocation().getLineNumber()), "transfer.json");
        } catch (JsonException | IllegalStateException broken) {
            fault("1", "transfer.json");
        }
        return Optional.empty();
    }

    private SettingsDocument document(JsonObject file) {
        known("", file, Set.of("format", "version", "authority", "email", "categories", "deadlines", "refusal"));
        if (!FORMAT.equals(text("", file, "format"))
                || !Json.createValue(VERSION).equals(file.get("version"))) {
            fault("version", "transfer.version");
        }
        List<CategoryChoice> categories = new ArrayList<>();
        for (JsonObject one : objects(file, "categories")) {
            String at = "categories[" + categories.size() + "]";
            known(at + ".", one, Set.of("code", "on", "private", "recipient"));
            categories.add(new CategoryChoice(
                    text(at + ".", one, "code"),
                    isTrue(at + ".", one, "on"),
                    isTrue(at + ".", one, "private"),
                    text(at + ".", one, "recipient")));
        }
        Map<String, DueDays> deadlines = new TreeMap<>();
        for (JsonObject one : objects(file, "deadlines")) {
            String at = "deadlines[" + deadlines.size() + "].";
            known(at, one, Set.of("category", "answer", "solve"));
            int answer = days(at, one, "answer");
            int solve = days(at, one, "solve");
            if (answer > solve) {
                fault(at + "answer", "deadline.answer.after");
            } else if (deadlines.putIfAbsent(text(at, one, "category"), new DueDays(answer, solve)) != null) {
                fault(at + "category", "transfer.twice");
            }
        }
        return new SettingsDocument(
                text("", file, "authority"),
                new CategorySettings(text("", file, "email"), categories),
                deadlines,
                refusal(file));
    }

    private Optional<Refusal> refusal(JsonObject file) {
        if (!file.containsKey("refusal")) {
            return Optional.empty();
        }
        if (!(file.get("refusal") instanceof JsonObject refusal)) {
            fault("refusal", "transfer.value");
            return Optional.empty();
        }
        known("refusal.", refusal, Set.of("sv", "en", "url"));
        return Optional.of(new Refusal(
                text("refusal.", refusal, "sv"), text("refusal.", refusal, "en"), text("refusal.", refusal, "url")));
    }

    private void known(String at, JsonObject object, Set<String> fields) {
        object.keySet().stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> fault(at + field, "transfer.unknown"));
    }

    private List<JsonObject> objects(JsonObject file, String field) {
        JsonValue value = file.get(field);
        if (value == null
                || value.getValueType() != JsonValue.ValueType.ARRAY
                || value.asJsonArray().stream().anyMatch(one -> one.getValueType() != JsonValue.ValueType.OBJECT)) {
            fault(field, "transfer.value");
            return List.of();
        }
        return value.asJsonArray().getValuesAs(JsonObject.class);
    }

    private String text(String at, JsonObject object, String field) {
        if (object.get(field) instanceof JsonString text) {
            return text.getString();
        }
        fault(at + field, "transfer.value");
        return "";
    }

    private boolean isTrue(String at, JsonObject object, String field) {
        JsonValue value = object.get(field);
        if (!JsonValue.TRUE.equals(value) && !JsonValue.FALSE.equals(value)) {
            fault(at + field, "transfer.value");
        }
        return JsonValue.TRUE.equals(value);
    }

    /** @return one day where there is a fault */
    private int days(String at, JsonObject object, String field) {
        String digits = String.valueOf(object.get(field));
        if (digits.matches("[0-9]{1,4}") && DueDays.isAllowed(Integer.parseInt(digits))) {
            return Integer.parseInt(digits);
        }
        fault(at + field, "deadline.number");
        return 1;
    }

    private void fault(String place, String problem) {
        faults.add(new FileFault(place, problem));
    }
}
