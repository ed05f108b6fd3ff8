package se.fixamingata.web.api;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * How every refusal of the API looks: {@code {"error":{"code":"bad_tile","message":"…"}}}. The code is stable, for programs; the message
 * is English, for whoever writes one.
 */
public final class Problem {

    private Problem() {}

    /** The refusal as an answer that nobody may keep. */
    public static Response of(int status, String code, String message) {
        String body = Json.createObjectBuilder()
                .add("error", Json.createObjectBuilder().add("code", code).add("message", message))
                .build()
                .toString();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
