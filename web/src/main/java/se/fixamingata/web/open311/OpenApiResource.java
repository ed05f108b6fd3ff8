package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import se.fixamingata.open311.server.AnswerFormat;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.settings.ServiceSettings;

/** {@code GET openapi.json}: what this server promises, for programs that check it or write a client from it (OpenAPI 3.0). */
@Path("openapi")
@ApplicationScoped
public class OpenApiResource {

    private static final String FILE = "openapi.json";
    /** What stands for the server's address in the file. */
    private static final String PLACEHOLDER = "https://fixamingata.example";

    @Inject
    ServiceSettings settings;

    @Inject
    Call call;

    private volatile String description;

    /** @return 404 in any format but JSON */
    @GET
    public Response describe() {
        if (call.format() != AnswerFormat.JSON) {
            throw Refusal.unknown("The description is at openapi.json");
        }
        if (description == null) {
            description = read().replace(PLACEHOLDER, settings.publicUrl());
        }
        return Response.ok(description)
                .header("Content-Type", AnswerFormat.JSON.contentType())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    private static String read() {
        try (InputStream file = OpenApiResource.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
