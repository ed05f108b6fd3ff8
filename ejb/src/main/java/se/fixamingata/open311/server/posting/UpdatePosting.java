package se.fixamingata.open311.server.posting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.ApiKeys;
import se.fixamingata.apikey.Scope;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.incoming.IncomingUpdates;
import se.fixamingata.incoming.IncomingWord;
import se.fixamingata.incoming.Received;
import se.fixamingata.open311.server.Refusal;

/** A system answers a report of its authority's. */
@Stateless
public class UpdatePosting {

    private static final int DIGITS = 18;

    @Inject
    ApiKeys keys;

    @Inject
    PostedMedia media;

    @Inject
    IncomingUpdates incoming;

    /** For the container. */
    public UpdatePosting() {}

    /** For tests. */
    UpdatePosting(ApiKeys keys, PostedMedia media, IncomingUpdates incoming) {
        this.keys = keys;
        this.media = media;
        this.incoming = incoming;
    }

    /**
     * Takes it to the report's page; the same again changes nothing.
     *
     * @param photos that came with it
     * @return the number under which it stands in our own list of updates, the client's own when there was nothing new in it; empty
     *     when the client's authority has no such report: whether somebody else has is nobody's business
     * @throws Refusal when the key does not open that, or no longer, or a picture could never be fetched; nothing was written
     */
    public Optional<String> post(ApiClient client, PostedUpdate update, List<NewPhoto> photos) {
        if (!client.may(Scope.POST_UPDATES)) {
            throw Refusal.forbidden("This api_key does not open that: it lacks " + Scope.POST_UPDATES);
        }
        media.check(update.mediaUrls());
        OptionalLong reportId = number(update.requestId());
        if (reportId.isEmpty()) {
            return Optional.empty();
        }
        Received received = incoming.receive(new IncomingWord(
                client.authorityCode(),
                client.source(),
                update.updateId(),
                reportId.getAsLong(),
                update.at(),
                update.status(),
                client.extended(),
                null,
                update.description(),
                photos,
                List.of(),
                update.mediaUrls()));
        if (!keys.isStillGood(client)) {
            throw Refusal.forbidden("api_key is not valid");
        }
        return switch (received.kind()) {
            case UNKNOWN_REPORT, FOREIGN -> Optional.empty();
            default ->
                Optional.of(received.historyId() == null ? update.updateId() : String.valueOf(received.historyId()));
        };
    }

    private static OptionalLong number(String requestId) {
        String digits = requestId.startsWith("#") ? requestId.substring(1) : requestId;
        return digits.matches("\\d{1," + DIGITS + "}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
