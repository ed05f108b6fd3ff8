package se.fixamingata.web.reporting;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers a script of ours. */
public final class JsonAnswer {

    private JsonAnswer() {}

    public static void send(HttpServletResponse response, JsonObjectBuilder body) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body.build().toString());
    }

    /** @param code stable, for scripts; the message is for people */
    public static void refuse(HttpServletResponse response, int status, String code, String message)
            throws IOException {
        response.setStatus(status);
        send(
                response,
                Json.createObjectBuilder()
                        .add(
                                "error",
                                Json.createObjectBuilder().add("code", code).add("message", message)));
    }
}
