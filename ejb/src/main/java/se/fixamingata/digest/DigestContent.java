package se.fixamingata.digest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** Which reports a mail tells of, by their numbers: what is said of them is read when the mail is sent. */
record DigestContent(List<Section> sections) {

    /** Reports of one subscription in one mail; the rest is a link. */
    static final int NEW = 10;
    /** Fixed ones besides. */
    static final int FIXED = 5;
    /** Subscriptions in one mail. */
    static final int SECTIONS = 40;

    DigestContent {
        sections = List.copyOf(sections);
    }

    /**
     * What one subscription is told.
     *
     * @param news and fixed: numbers of the reports that are named
     * @param newOnes and fixedOnes: how many there are in all
     */
    record Section(long subscriptionId, List<Long> news, int newOnes, List<Long> fixed, int fixedOnes) {

        Section {
            news = List.copyOf(news);
            fixed = List.copyOf(fixed);
        }
    }

    JsonArray json() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Section one : sections) {
            all.add(Json.createObjectBuilder()
                    .add("s", one.subscriptionId())
                    .add("n", numbers(one.news()))
                    .add("nn", one.newOnes())
                    .add("f", numbers(one.fixed()))
                    .add("ff", one.fixedOnes()));
        }
        return all.build();
    }

    static DigestContent parse(String json) {
        return new DigestContent(Json.createReader(new StringReader(json)).readArray().stream()
                .map(JsonValue::asJsonObject)
                .map(DigestContent::section)
                .toList());
    }

    private static Section section(JsonObject one) {
        return new Section(
                one.getJsonNumber("s").longValue(),
                numbers(one.getJsonArray("n")),
                one.getInt("nn"),
                numbers(one.getJsonArray("f")),
                one.getInt("ff"));
    }

    private static JsonArrayBuilder numbers(List<Long> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(array::add);
        return array;
    }

    private static List<Long> numbers(JsonArray array) {
        return array.stream()
                .map(jakarta.json.JsonNumber.class::cast)
                .map(jakarta.json.JsonNumber::longValue)
                .toList();
    }
}
