package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import se.fixamingata.municipality.Authority;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.open311.server.ServiceList;
import se.fixamingata.shared.Language;

/** {@code GET services} and {@code GET services/{service_code}}: what can be reported, and what is asked about it. */
@Path("services")
@ApplicationScoped
public class ServicesResource {

    @Inject
    ServiceList services;

    @Inject
    Call call;

    @GET
    public Response services() {
        Authority authority = call.jurisdiction().orElse(null);
        Language language = call.language();
        return call.ok(out -> services.write(out, authority, language));
    }

    /** @return 404 for a service that is not offered there */
    @GET
    @Path("{code}")
    public Response definition(@PathParam("code") String code) {
        Authority authority = call.jurisdiction().orElse(null);
        Language language = call.language();
        if (!services.offers(authority, code)) {
            throw Refusal.unknown("There is no such service_code");
        }
        return call.ok(out -> services.writeDefinition(out, authority, code, language));
    }
}
