package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.delivery.FetchedDeliveries;
import se.fixamingata.open311.server.Reader;
import se.fixamingata.open311.server.RequestWriter;
import se.fixamingata.open311.server.ServiceRequest;
import se.fixamingata.open311.server.ServiceRequests;

/** {@code GET requests} and {@code GET requests/{service_request_id}}: reports, to everybody or to their authority's own system. */
@Path("requests")
@ApplicationScoped
public class RequestsResource {

    @Inject
    ServiceRequests requests;

    @Inject
    RequestWriter writer;

    @Inject
    FetchedDeliveries deliveries;

    @Inject
    NextPage nextPage;

    @Inject
    Call call;

    @Inject
    HttpServletRequest request;

    /** @return 400 with the argument that makes no sense; 404 for a single number that there is not */
    @GET
    public Response list() {
        Reader reader = call.reader();
        List<ServiceRequest> found = requests.list(call.arguments(), call.authorityCode(), reader);
        return requests.next(call.arguments(), found)
                .map(mark -> answer(found, reader).header("Link", nextPage.link(mark)))
                .orElseGet(() -> answer(found, reader))
                .build();
    }

    /** @return a list of one; 404 for a number that there is not, or not for this client */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        Reader reader = call.reader();
        return answer(requests.one(id, call.authorityCode(), reader), reader).build();
    }

    private Response.ResponseBuilder answer(List<ServiceRequest> found, Reader reader) {
        Optional<ApiClient> client =
                call.client().filter(known -> request.getMethod().equals("GET"));
        client.ifPresent(known -> deliveries.fetched(
                known.authorityCode(), known.name(), ServiceRequests.ownedBy(known.authorityCode(), found)));
        return call.answer(out -> writer.write(out, found, reader));
    }
}
