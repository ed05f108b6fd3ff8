package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.Scope;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.open311.server.posting.PostedUpdate;
import se.fixamingata.open311.server.posting.UpdatePosting;

/** {@code POST servicerequestupdates}: an authority's system answers a report. */
@Path("servicerequestupdates")
@ApplicationScoped
public class UpdatePostingResource {

    @Inject
    UpdatePosting posting;

    @Inject
    SentPictures pictures;

    @Inject
    Call call;

    @Inject
    HttpServletRequest request;

    /** @return 200 with the update's number, the same for the same again; 403 without a key that opens it; 404 for a report of nobody's or somebody else's */
    @POST
    public Response post() {
        ApiClient client = call.client(Scope.POST_UPDATES);
        call.jurisdiction()
                .filter(named -> !named.code().equals(client.authorityCode()))
                .ifPresent(other -> {
                    throw Refusal.forbidden("This api_key is another jurisdiction's");
                });
        List<NewPhoto> photos = pictures.of(request);
        PostedUpdate update = PostedUpdate.of(call.arguments(), !photos.isEmpty());
        String number = posting.post(client, update, photos)
                .orElseThrow(() -> Refusal.unknown("There is no such service_request_id of this jurisdiction's"));
        return call.ok(out -> {
            out.beginList("service_request_updates", "request_update");
            out.beginItem();
            out.text("update_id", number);
            out.end();
            out.end();
        });
    }
}
