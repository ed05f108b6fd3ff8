package se.fixamingata.open311.client.polling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import se.fixamingata.open311.wire.WireNode;

/**
 * One thing that their server says.
 *
 * @param id as they call it; made of what it says where they give none, so that the same is the same
 * @param requestId as they call the report
 * @param at by their clock; null when they do not say
 */
record Said(String id, String requestId, Instant at, String status, String text, List<String> media) {

    private static final int MOST = 4000;

    /** @param zoneless where their clock stands when a time names no zone */
    static Said update(WireNode node, ZoneId zoneless) {
        String request = node.text("service_request_id");
        String status = node.text("status");
        String text = node.text("description");
        String id = node.text("update_id");
        String time = node.text("updated_datetime");
        return new Said(
                id.isEmpty() ? "~" + HexFormat.of().formatHex(hash(request, time, status, text)) : id,
                request,
                node.time("updated_datetime", zoneless).orElse(null),
                status,
                text.length() <= MOST ? text : text.substring(0, MOST),
                node.texts("media_url"));
    }

    /** A request as it stands there: its notes are what is said. */
    static Said request(WireNode node, ZoneId zoneless) {
        String text = node.text("status_notes");
        return new Said(
                "",
                node.text("service_request_id"),
                node.time("updated_datetime", zoneless).orElse(null),
                node.text("status"),
                text.length() <= MOST ? text : text.substring(0, MOST),
                List.of());
    }

    Said withoutText() {
        return new Said(id, requestId, at, status, "", media);
    }

    /** SHA-256 of the parts, each on a line of its own. */
    static byte[] hash(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
