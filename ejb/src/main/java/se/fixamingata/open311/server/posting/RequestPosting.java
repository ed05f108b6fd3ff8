package se.fixamingata.open311.server.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.Scope;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.report.Report;

/** A system posts a report: first what may take its time, then what has to happen at once. Call without a transaction. */
@ApplicationScoped
public class RequestPosting {

    @Inject
    PostedPlaces places;

    @Inject
    PostedMedia media;

    @Inject
    ReportKeeping keeping;

    /** For the container. */
    public RequestPosting() {}

    /** For tests. */
    RequestPosting(PostedPlaces places, PostedMedia media, ReportKeeping keeping) {
        this.places = places;
        this.media = media;
        this.keeping = keeping;
    }

    /**
     * Makes a report of it, public at once, or finds the one that it became before.
     *
     * @param jurisdiction code of the authority that the client names; empty for none
     * @param photos that came with it
     * @throws Refusal when it cannot be taken; nothing was written
     */
    public PostedReport post(
            ApiClient client, Optional<String> jurisdiction, PostedRequest request, List<NewPhoto> photos) {
        if (!client.may(Scope.POST_REQUESTS)) {
            throw Refusal.forbidden("This api_key does not open that: it lacks " + Scope.POST_REQUESTS);
        }
        jurisdiction.filter(code -> !code.equals(client.authorityCode())).ifPresent(other -> {
            throw Refusal.forbidden("This api_key is another jurisdiction's");
        });
        if (photos.size() > Report.PHOTOS_MAX) {
            throw Refusal.bad("A request has at most " + Report.PHOTOS_MAX + " pictures");
        }
        media.check(request.mediaUrls());
        return keeping.keep(client, request, places.find(request), photos);
    }
}
