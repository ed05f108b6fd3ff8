package se.fixamingata.open311.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds errors in an answer: the specification's list, a lonely {@code <error>text</error>}, an object with a message. */
final class WireErrors {

    private static final Set<String> LISTS = Set.of("errors", "error");

    /** What an error may consist of; whatever has more is something else. */
    private static final Set<String> PARTS =
            Set.of("code", "description", "message", "error", "error_description", "status", "detail", "title", "type");

    private static final List<String> WORDS =
            List.of("description", "message", "error_description", "detail", "error", "title");

    private WireErrors() {}

    static List<WireError> in(WireNode node) {
        List<WireError> found = new ArrayList<>();
        if (LISTS.contains(node.name())) {
            collect(node, found);
            return found;
        }
        for (WireNode child : node.children()) {
            if (LISTS.contains(child.name())) {
                collect(child, found);
            } else if (child.name().isEmpty() && isError(child)) {
                found.add(error(child));
            }
        }
        if (found.isEmpty() && node.name().isEmpty() && isError(node)) {
            found.add(error(node));
        }
        return found;
    }

    private static void collect(WireNode list, List<WireError> found) {
        List<WireNode> members = list.children().stream()
                .filter(child -> LISTS.contains(child.name()) || child.name().isEmpty())
                .toList();
        if (members.isEmpty()) {
            if (!list.isEmpty()) {
                found.add(error(list));
            }
            return;
        }
        members.stream().filter(member -> !member.isEmpty()).forEach(member -> found.add(error(member)));
    }

    private static boolean isError(WireNode node) {
        return !node.children().isEmpty()
                && node.children().stream().allMatch(child -> PARTS.contains(child.name()))
                && WORDS.stream().anyMatch(word -> !node.text(word).isEmpty());
    }

    private static WireError error(WireNode node) {
        if (node.children().isEmpty()) {
            return new WireError("", node.text().strip());
        }
        String code = node.text("code").isEmpty() ? node.text("status") : node.text("code");
        return new WireError(
                code,
                WORDS.stream()
                        .map(node::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }
}
