package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.integration.Faults;
import se.fixamingata.open311.client.WireAnswer.Heard;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireFault;
import se.fixamingata.open311.wire.WireNode;
import se.fixamingata.open311.wire.WireReader;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingAnswer;
import se.fixamingata.outgoing.OutgoingFailed;
import se.fixamingata.outgoing.OutgoingRequest;

/**
 * Every call to an authority's Open311 server. Never inside a transaction; what goes wrong is an answer, not an exception.
 *
 * <p>Only arguments that mean something are sent: none that are blank, and a jurisdiction only where one is set. Who asks follows a
 * redirect, every step of it as well guarded as the first; what is posted is posted to the address that is set and to no other.
 */
@ApplicationScoped
public class EndpointCalls {

    /** Bytes: a thousand requests with all that they may say. */
    private static final int MOST = 12_000_000;

    private static final int RAW = 20_000;
    private static final Set<String> PERSONAL = Set.of("email", "first_name", "last_name", "phone");
    private static final Pattern SECRET = Pattern.compile("(nyckel|sigill)=[\\w.-]+");

    /** Redirects that are followed. */
    private static final int STEPS = 3;

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private final GuardedHttp http;
    private final EndpointKeys keys;
    private final Duration patience;

    /** For the container's proxies. */
    protected EndpointCalls() {
        this(null, null, null);
    }

    /** @param patience from the first look at the name to the last byte; shorter than a sender's lease */
    @Inject
    public EndpointCalls(
            GuardedHttp http, EndpointKeys keys, @ConfigProperty(name = "fmg.open311.timeout") Duration patience) {
        this.http = http;
        this.keys = keys;
        this.patience = patience;
    }

    /**
     * Asks for something.
     *
     * @param path the resource without its format: {@code services}, {@code requests/17}; parts that may hold anything go through
     *     {@link #part}
     */
    public WireAnswer get(Endpoint endpoint, String path, WireArguments arguments) {
        return get(endpoint, path, arguments, "");
    }

    /** The same with our key, for servers that want one where the specification wants none. */
    public WireAnswer getWithKey(Endpoint endpoint, String path, WireArguments arguments) {
        return get(endpoint, path, arguments, keys.of(endpoint));
    }

    private WireAnswer get(Endpoint endpoint, String path, WireArguments arguments, String key) {
        String told = WireArguments.none()
                .add("jurisdiction_id", endpoint.jurisdiction())
                .addAll(arguments)
                .encoded();
        String asked = address(endpoint, path) + (told.isEmpty() ? "" : "?" + told);
        String secret = WireArguments.none().add("api_key", key).encoded();
        if (secret.isEmpty()) {
            return call(endpoint, "GET", asked, "GET " + asked, new byte[0]);
        }
        String open = asked + (told.isEmpty() ? "?" : "&");
        return call(endpoint, "GET", open + secret, "GET " + open + "api_key=…", new byte[0]);
    }

    /** Sends something, with our key if there is one. */
    public WireAnswer post(Endpoint endpoint, String path, WireArguments arguments) {
        WireArguments told = WireArguments.none()
                .add("jurisdiction_id", endpoint.jurisdiction())
                .addAll(arguments);
        String address = address(endpoint, path);
        byte[] body = WireArguments.none()
                .add("api_key", keys.of(endpoint))
                .addAll(told)
                .encoded()
                .getBytes(StandardCharsets.UTF_8);
        return call(
                endpoint,
                "POST",
                address,
                "POST " + address + "\n" + masked(told).encoded(),
                body);
    }

    /** As it may be kept: without the reporter's name and address, and without the secret of a picture. */
    private static WireArguments masked(WireArguments told) {
        WireArguments masked = WireArguments.none();
        told.entries()
                .forEach(
                        one -> masked.add(one.getKey(), PERSONAL.contains(one.getKey()) ? "…" : shown(one.getValue())));
        return masked;
    }

    /** A part of a path that may hold any character. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String address(Endpoint endpoint, String path) {
        return endpoint.url() + "/" + path + "." + endpoint.format().extension();
    }

    private WireAnswer call(Endpoint endpoint, String method, String address, String told, byte[] body) {
        Map<String, String> headers = body.length == 0
                ? Map.of("Accept", accepted(endpoint))
                : Map.of("Accept", accepted(endpoint), "Content-Type", FORM);
        long end = System.nanoTime() + patience.toNanos();
        String steps = told;
        try {
            OutgoingRequest request = new OutgoingRequest(method, URI.create(address), headers, body, MOST, patience);
            OutgoingAnswer answer = http.send(request);
            for (int step = 0; step < STEPS && method.equals("GET") && answer.isElsewhere(); step++) {
                Duration rest = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
                request = request.elsewhere(answer.location(), rest);
                steps += "\n" + answer.status() + " → " + shown(request.uri().toString());
                answer = http.send(request);
            }
            WireAnswer heard = judged(endpoint, steps, answer);
            return request.isAtHome() ? heard : heard.ofAnotherHost();
        } catch (IllegalArgumentException wrong) {
            return new WireAnswer(Heard.NOT_SENT, 0, WireNode.EMPTY, "address", steps, "");
        } catch (OutgoingFailed failed) {
            Heard heard = failed.mayHaveArrived() ? Heard.UNKNOWN : Heard.NOT_SENT;
            return new WireAnswer(heard, 0, WireNode.EMPTY, failed.reason().code(), steps, "");
        }
    }

    private static String shown(String text) {
        return Faults.clean(SECRET.matcher(text).replaceAll("$1=…"));
    }

    private static String accepted(Endpoint endpoint) {
        return switch (endpoint.format()) {
            case XML -> "text/xml, application/xml;q=0.9, */*;q=0.1";
            case JSON -> "application/json, */*;q=0.1";
        };
    }

    private static WireAnswer judged(Endpoint endpoint, String told, OutgoingAnswer answer) {
        WireNode node = WireNode.EMPTY;
        String unread = "";
        try {
            node = WireReader.read(answer.body(), answer.type(), endpoint.format());
        } catch (WireFault fault) {
            unread = fault.reason();
        }
        int status = answer.status();
        return new WireAnswer(Heard.ANSWERED, status, node, reason(status, node, unread), told, raw(answer));
    }

    private static String reason(int status, WireNode node, String unread) {
        if (status >= 500) {
            return "unavailable";
        }
        if (status >= 400) {
            return "refused";
        }
        if (status >= 300) {
            return "redirect";
        }
        if (!unread.isEmpty()) {
            return unread;
        }
        return node.errors().isEmpty() ? "" : "error";
    }

    /** For a look by people: where it sends us, if anywhere, and what it says, without what points at a person. */
    private static String raw(OutgoingAnswer answer) {
        byte[] body = answer.body();
        String text = new String(body, 0, Math.min(body.length, RAW), StandardCharsets.UTF_8);
        return shown(answer.isElsewhere() ? "Location: " + answer.location() + "\n" + text : text);
    }
}
