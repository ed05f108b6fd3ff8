package se.fixamingata.geography;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.position.Position;

/**
 * One place as Nominatim answers it (format {@code jsonv2} with address details).
 *
 * @param road the street, "" without one
 * @param number the house number, "" without one
 * @param town the town, village or district, "" without one
 * @param name its own name, "" without one
 */
record NominatimPlace(Position position, String road, String number, String town, String name) {

    /** Nothing longer is a name; what is shown and stored stays bounded whatever a server says. */
    private static final int LONGEST_NAME = 100;

    /** @throws IOException when it is not what Nominatim answers */
    static List<NominatimPlace> parse(byte[] json) throws IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            JsonStructure root = reader.read();
            if (root instanceof JsonObject single) {
                return single.containsKey("error") ? List.of() : List.of(place(single));
            }
            List<NominatimPlace> places = new ArrayList<>();
            for (JsonValue value : root.asJsonArray()) {
                places.add(place(value.asJsonObject()));
            }
            return List.copyOf(places);
        } catch (JsonException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("not the JSON that Nominatim writes", e);
        }
    }

    private static NominatimPlace place(JsonObject json) {
        JsonObject address = json.get("address") instanceof JsonObject details ? details : JsonValue.EMPTY_JSON_OBJECT;
        return new NominatimPlace(
                Position.of(number(json, "lat"), number(json, "lon")),
                first(address, "road", "pedestrian", "footway", "cycleway", "square", "path"),
                first(address, "house_number"),
                first(address, "city", "town", "village", "hamlet", "suburb", "municipality"),
                first(json, "name"));
    }

    private static double number(JsonObject json, String member) {
        return json.get(member) instanceof JsonString text
                ? Double.parseDouble(text.getString())
                : json.getJsonNumber(member).doubleValue();
    }

    private static String first(JsonObject json, String... members) {
        return Stream.of(members)
                .map(json::get)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value)
                        .getString()
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_NAME)
                .findFirst()
                .orElse("");
    }

    PlaceKind kind() {
        if (road.isEmpty()) {
            return PlaceKind.LOCALITY;
        }
        return number.isEmpty() ? PlaceKind.STREET : PlaceKind.ADDRESS;
    }

    /** Street and number, or the name; empty when it has neither. */
    Optional<String> title() {
        String street = number.isEmpty() ? road : road + " " + number;
        return Stream.of(street.strip(), name, town)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
