package se.fixamingata.open311.server.posting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.position.Position;
import se.fixamingata.shared.Language;

/**
 * A report as a system posts it.
 *
 * @param position empty when it only says an address
 * @param address in words; null for none
 * @param title only systems that know of titles send one; null for none
 * @param description null for none
 * @param ownId by which the system knows it; null for none
 * @param accountId the system's own, which it gets back; null for none
 * @param attributes answers to what the authority asks besides, and whatever else was sent
 * @param mediaUrls pictures to fetch
 * @param language in which whoever reported is written to
 */
public record PostedRequest(
        String serviceCode,
        Optional<Position> position,
        String address,
        String title,
        String description,
        String ownId,
        String firstName,
        String lastName,
        String email,
        String phone,
        String accountId,
        Map<String, List<String>> attributes,
        List<String> mediaUrls,
        Language language) {

    /** The attributes by which systems give their own number, the first that is there. */
    private static final List<String> OWN_IDS = List.of("external_id", "fixmystreet_id");

    private static final int OWN_ID_MAX = 200;
    private static final int ACCOUNT_MAX = 100;

    public PostedRequest {
        attributes = Map.copyOf(attributes);
        mediaUrls = List.copyOf(mediaUrls);
    }

    /** @throws Refusal when something is missing that cannot be done without, or is not what it should be */
    public static PostedRequest of(Arguments arguments) {
        Map<String, List<String>> attributes = new LinkedHashMap<>(AttributeArguments.of(arguments));
        String ownId = OWN_IDS.stream()
                .map(name -> first(attributes, name))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
        if (ownId != null && ownId.length() > OWN_ID_MAX) {
            throw Refusal.bad("attribute[external_id] may have at most " + OWN_ID_MAX + " characters");
        }
        return new PostedRequest(
                arguments.find("service_code").orElseThrow(() -> Refusal.bad("service_code is missing")),
                position(arguments),
                arguments.find("address_string").orElse(null),
                Optional.ofNullable(first(attributes, "title"))
                        .or(() -> arguments.find("title"))
                        .orElse(null),
                arguments
                        .find("description")
                        .or(() -> Optional.ofNullable(first(attributes, "description")))
                        .orElse(null),
                ownId,
                arguments.find("first_name").orElse(null),
                arguments.find("last_name").orElse(null),
                arguments.find("email").orElse(null),
                arguments.find("phone").orElse(null),
                arguments
                        .find("account_id")
                        .filter(id -> id.length() <= ACCOUNT_MAX)
                        .orElse(null),
                attributes,
                mediaUrls(arguments),
                arguments.language());
    }

    /** Several addresses are several arguments; who puts them into one parts them by commas before the next one begins. */
    static List<String> mediaUrls(Arguments arguments) {
        return Stream.of("media_url", "media_url[]")
                .flatMap(name -> arguments.all(name).stream())
                .flatMap(value -> Stream.of(value.split(",\\s*(?=https?://)")))
                .distinct()
                .toList();
    }

    private static String first(Map<String, List<String>> attributes, String code) {
        return attributes.containsKey(code) ? attributes.get(code).get(0) : null;
    }

    private static Optional<Position> position(Arguments arguments) {
        Optional<String> lat = arguments.find("lat");
        Optional<String> lon = arguments.find("long").or(() -> arguments.find("lon"));
        if (lat.isEmpty() && lon.isEmpty()) {
            if (arguments.find("address_string").isEmpty()) {
                throw Refusal.bad(
                        arguments.find("address_id").isPresent()
                                ? "address_id is not known here: send lat and long, or address_string"
                                : "A location is missing: send lat and long, or address_string");
            }
            return Optional.empty();
        }
        Position position = Position.find(degrees("lat", lat), degrees("long", lon))
                .orElseThrow(() -> Refusal.bad("lat and long are no place on Earth in WGS84"));
        return Optional.of(position);
    }

    private static double degrees(String name, Optional<String> text) {
        try {
            return Double.parseDouble(
                    text.orElseThrow(() -> Refusal.bad(name + " is missing")).replace(',', '.'));
        } catch (NumberFormatException none) {
            throw Refusal.bad(name + " must be decimal degrees such as 59.329444");
        }
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "PostedRequest[" + serviceCode + "]";
    }
}
