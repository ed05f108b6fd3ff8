package se.fixamingata.open311.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Grows a tree from what a parser meets, and refuses to let it become too high or too wide. */
final class TreeBuilder {

    private static final int DEPTH_MAX = 40;
    private static final int NODES_MAX = 400_000;

    /** Names that real servers and their documents spell otherwise. */
    private static final Map<String, String> SPELLINGS =
            Map.of("adress_id", "address_id", "adress", "address", "zip_code", "zipcode", "dicovery", "discovery");

    private final Deque<Open> open = new ArrayDeque<>();
    private WireNode root = WireNode.EMPTY;
    private int nodes;

    void start(String name) throws WireFault {
        if (open.size() >= DEPTH_MAX || ++nodes > NODES_MAX) {
            throw new WireFault(WireFault.LARGE, "Too deep or too many");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        open.push(new Open(SPELLINGS.getOrDefault(lower, lower)));
    }

    void text(String text) {
        if (!open.isEmpty()) {
            open.peek().text.append(text);
        }
    }

    void nil() {
        open.peek().nil = true;
    }

    void end() {
        WireNode done = open.pop().done();
        if (open.isEmpty()) {
            root = done;
        } else {
            open.peek().children.add(done);
        }
    }

    WireNode root() {
        return root;
    }

    private static final class Open {

        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<WireNode> children = new ArrayList<>();
        private boolean nil;

        private Open(String name) {
            this.name = name;
        }

        private WireNode done() {
            // Text between elements is layout.
            String own = nil || !children.isEmpty() ? "" : text.toString();
            return new WireNode(name, own, children);
        }
    }
}
