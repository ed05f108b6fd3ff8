package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import se.fixamingata.open311.server.Refusal;

/** {@code GET tokens/{token}}. Numbers are given at once here, so that nobody has a token. */
@Path("tokens")
@ApplicationScoped
public class TokensResource {

    /** @return 404: there is no such token */
    @GET
    @Path("{token}")
    public Response token(@PathParam("token") String token) {
        throw Refusal.unknown("There is no such token");
    }
}
