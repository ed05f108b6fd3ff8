package se.fixamingata.outgoing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What is asked of another's machine.
 *
 * @param body empty for none
 * @param most bytes that the answer may have
 * @param within from looking the name up to the last byte
 */
public record OutgoingRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, int most, Duration within) {

    public OutgoingRequest {
        headers = Map.copyOf(headers);
    }
}
