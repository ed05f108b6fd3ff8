package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.open311.server.ServiceRequest;
import se.fixamingata.open311.server.ServiceRequests;

/**
 * {@code GET tokens/{token}}. Numbers are given at once here, so that nobody is given a token; clients that take the number they got for
 * one are told that it is the number.
 */
@Path("tokens")
@ApplicationScoped
public class TokensResource {

    @Inject
    ServiceRequests requests;

    @Inject
    Call call;

    /** @return 404 for what is no number of a report that this client may see */
    @GET
    @Path("{token}")
    public Response token(@PathParam("token") String token) {
        List<ServiceRequest> found;
        try {
            found = requests.one(token, call.authorityCode(), call.reader());
        } catch (Refusal unknown) {
            throw Refusal.unknown("There is no such token");
        }
        return call.ok(out -> {
            out.beginList("service_requests", "request");
            out.beginItem();
            out.text("service_request_id", Long.toString(found.get(0).id()));
            out.text("token", token);
            out.end();
            out.end();
        });
    }
}
