package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.Scope;
import se.fixamingata.municipality.Authority;
import se.fixamingata.open311.server.posting.PostedReport;
import se.fixamingata.open311.server.posting.PostedRequest;
import se.fixamingata.open311.server.posting.RequestPosting;

/** {@code POST requests}: an authority's system makes a report. */
@Path("requests")
@ApplicationScoped
public class RequestPostingResource {

    @Inject
    RequestPosting posting;

    @Inject
    SentPictures pictures;

    @Inject
    Call call;

    @Inject
    HttpServletRequest request;

    /** @return 200 with the number, the same for the same again; 403 without a key that opens it; 400 for what cannot be a report */
    @POST
    public Response post() {
        ApiClient client = call.client(Scope.POST_REQUESTS);
        PostedRequest posted = PostedRequest.of(call.arguments());
        PostedReport report =
                posting.post(client, call.jurisdiction().map(Authority::code), posted, pictures.of(request));
        return call.ok(out -> {
            out.beginList("service_requests", "request");
            out.beginItem();
            out.text("service_request_id", String.valueOf(report.reportId()));
            out.text("service_notice", report.notice());
            out.optional("account_id", report.accountId());
            out.end();
            out.end();
        });
    }
}
