package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.fixamingata.municipality.Authority;
import se.fixamingata.open311.server.Discovery;

/** {@code GET discovery}: where the server is, and since when its services are what they are. */
@Path("discovery")
@ApplicationScoped
public class DiscoveryResource {

    @Inject
    Discovery discovery;

    @Inject
    Call call;

    @GET
    public Response discovery() {
        Authority authority = call.jurisdiction().orElse(null);
        String changeset = discovery.changeset(authority);
        return call.ok(out -> discovery.write(out, authority, changeset));
    }
}
