package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.fixamingata.open311.server.Reader;
import se.fixamingata.open311.server.ServiceUpdate;
import se.fixamingata.open311.server.ServiceUpdates;
import se.fixamingata.open311.server.UpdateWriter;

/** {@code GET servicerequestupdates}: what has happened to reports since. */
@Path("servicerequestupdates")
@ApplicationScoped
public class UpdatesResource {

    @Inject
    ServiceUpdates updates;

    @Inject
    UpdateWriter writer;

    @Inject
    NextPage nextPage;

    @Inject
    Call call;

    /** @return 400 with the argument that makes no sense */
    @GET
    public Response list() {
        Reader reader = call.reader();
        List<ServiceUpdate> found = updates.list(call.arguments(), call.authorityCode(), reader);
        Response.ResponseBuilder answer = call.answer(out -> writer.write(out, found, reader));
        updates.next(call.arguments(), found).ifPresent(mark -> answer.header("Link", nextPage.link(mark)));
        return answer.build();
    }
}
