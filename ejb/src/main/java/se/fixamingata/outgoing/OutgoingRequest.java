package se.fixamingata.outgoing;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked of another's machine.
 *
 * @param home the address that somebody has set, whose answers may have led to this one
 * @param body empty for none
 * @param most bytes that the answer may have
 * @param within from looking the name up to the last byte
 */
public record OutgoingRequest(
        String method, URI uri, URI home, Map<String, String> headers, byte[] body, int most, Duration within) {

    public OutgoingRequest {
        headers = Map.copyOf(headers);
    }

    /** To an address that somebody has set. */
    public OutgoingRequest(
            String method, URI uri, Map<String, String> headers, byte[] body, int most, Duration within) {
        this(method, uri, uri, headers, body, most, within);
    }

    /**
     * The same where an answer sends us; it may lead into the open, but into no other inner machine than the one that was set.
     *
     * @throws IllegalArgumentException when that is no address
     */
    public OutgoingRequest elsewhere(String location, Duration rest) {
        return new OutgoingRequest(method, uri.resolve(location), home, headers, body, most, rest);
    }

    /** Whether it goes to the host and port that were set, in the same way. */
    public boolean isAtHome() {
        return origin(uri).equals(origin(home));
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port(uri)).toLowerCase(Locale.ROOT);
    }

    /** That is called when none is written, too. */
    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }
}
