package se.fixamingata.open311.server.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.geography.PlaceHit;
import se.fixamingata.geography.PlaceSearch;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.shared.TypedText;

/** Finds the place of a posted report. May ask a geocoder: never inside a transaction. */
@ApplicationScoped
class PostedPlaces {

    private static final int ADDRESS_MAX = 200;

    @Inject
    NearestAddress addresses;

    @Inject
    PlaceSearch search;

    /** For the container. */
    PostedPlaces() {}

    /** For tests. */
    PostedPlaces(NearestAddress addresses, PlaceSearch search) {
        this.addresses = addresses;
        this.search = search;
    }

    /** @throws Refusal when it only says an address, and that is no one place */
    PostedPlace find(PostedRequest request) {
        String words = TypedText.line(request.address(), ADDRESS_MAX);
        return request.position()
                .map(position -> new PostedPlace(
                        position,
                        TypedText.isVisible(words)
                                ? words
                                : addresses.at(position).orElse(null)))
                .orElseGet(() -> named(words));
    }

    /** What is only nearly that place would send somebody to the wrong one. */
    private PostedPlace named(String words) {
        List<PlaceHit> hits = search.search(words, 2).hits().stream()
                .filter(hit -> hit.noteKey() == null)
                .toList();
        if (hits.size() != 1) {
            throw Refusal.bad("address_string is not the name of one place: send lat and long");
        }
        return new PostedPlace(hits.get(0).position(), words);
    }
}
