package se.fixamingata.open311.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A piece of an answer, whether it came as XML or as JSON. Everything is text; absent, empty, null and nil are the same.
 *
 * <p>Names are in lower case and without prefix. The members of a JSON list have no name; those of a list inside an XML wrapper have the
 * name of their element. {@link #items} hides that difference, and the wrappers that servers add or leave out.
 *
 * @param name empty for a member of a JSON list and for the outermost JSON value
 * @param text empty for what has children
 */
public record WireNode(String name, String text, List<WireNode> children) {

    /** Nothing at all. */
    public static final WireNode EMPTY = new WireNode("", "", List.of());

    /** What lists of something are called; besides those, any server may put all in one of the general ones. */
    private static final Map<String, Set<String>> WRAPPERS = Map.of(
            "service", Set.of("services"),
            "attribute", Set.of("attributes", "service_definition", "service_definitions"),
            "value", Set.of("values"),
            "request", Set.of("service_requests", "requests", "service_request", "tokens"),
            "request_update",
                    Set.of("service_request_updates", "service_requests_updates", "request_updates", "updates"),
            "endpoint", Set.of("endpoints", "discovery"));

    private static final Set<String> GENERAL_WRAPPERS = Set.of("data", "results", "response", "items");

    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "t", "on");

    public WireNode {
        children = List.copyOf(children);
    }

    /** Neither text nor children. */
    public boolean isEmpty() {
        return text.isBlank() && children.isEmpty();
    }

    /** The first child of that name, empty or not. */
    public Optional<WireNode> child(String wanted) {
        return named(wanted).findFirst();
    }

    /** Its first text, without blanks around it; empty for none. */
    public String text(String wanted) {
        return texts(wanted).stream().findFirst().orElse("");
    }

    /** Every text of that name: repeated elements, a list, a wrapper with elements in it. Empty ones are left out. */
    public List<String> texts(String wanted) {
        return named(wanted)
                .flatMap(one -> one.children.isEmpty() ? Stream.of(one) : one.children.stream())
                .map(one -> one.text.strip())
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Whether it says yes in any of the ways in which that is said; absent is no. */
    public boolean flag(String wanted) {
        return TRUE.contains(text(wanted).toLowerCase(Locale.ROOT));
    }

    /** A number, with a dot or a comma; empty for anything else. */
    public OptionalDouble number(String wanted) {
        try {
            double number = Double.parseDouble(text(wanted).replace(',', '.'));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException other) {
            return OptionalDouble.empty();
        }
    }

    /** A moment; {@link WireTime} tells what is understood. */
    public Optional<Instant> time(String wanted, ZoneId zoneless) {
        return WireTime.parse(text(wanted), zoneless);
    }

    /**
     * The things of a kind in here, in their order: {@code service}, {@code attribute}, {@code value}, {@code request},
     * {@code request_update}, {@code endpoint}. With or without wrapper, as a list or alone; none when this is an error.
     */
    public List<WireNode> items(String kind) {
        if (name.equals(kind)) {
            return List.of(this);
        }
        if (!errors().isEmpty()) {
            return List.of();
        }
        List<WireNode> named = members(named(kind));
        if (!named.isEmpty()) {
            return named;
        }
        if (child("").isPresent()) {
            return members(named(""));
        }
        List<WireNode> wrappers =
                children.stream().filter(one -> wraps(one.name, kind)).toList();
        if (!wrappers.isEmpty()) {
            return wrappers.stream().flatMap(one -> one.items(kind).stream()).toList();
        }
        return children.isEmpty() ? List.of() : List.of(this);
    }

    private static boolean wraps(String name, String kind) {
        return WRAPPERS.getOrDefault(kind, Set.of()).contains(name) || GENERAL_WRAPPERS.contains(name);
    }

    /** Lists among them give their members. */
    private static List<WireNode> members(Stream<WireNode> nodes) {
        List<WireNode> members = new ArrayList<>();
        nodes.forEach(node -> {
            if (!node.children.isEmpty() && node.children.stream().allMatch(child -> child.name.isEmpty())) {
                members.addAll(members(node.children.stream()));
            } else if (!node.isEmpty()) {
                members.add(node);
            }
        });
        return members;
    }

    /** What it says went wrong, whatever the status that came with it. */
    public List<WireError> errors() {
        return WireErrors.in(this);
    }

    private Stream<WireNode> named(String wanted) {
        return children.stream().filter(one -> one.name.equals(wanted));
    }
}
