package se.fixamingata.open311.server.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.outgoing.OutgoingSettings;

/** Tells clients at once of pictures that could never be fetched, while somebody listens: afterwards nobody does. */
@ApplicationScoped
class PostedMedia {

    @Inject
    OutgoingSettings outgoing;

    /** For the container. */
    PostedMedia() {}

    /** For tests. */
    PostedMedia(OutgoingSettings outgoing) {
        this.outgoing = outgoing;
    }

    /** @throws Refusal when one of them is not encrypted, and not on a machine that may be called so */
    void check(List<String> urls) {
        if (urls.stream().map(String::strip).anyMatch(url -> isPlain(url) && !isCallable(url))) {
            throw Refusal.bad("media_url must begin with https://: nothing is fetched without encryption");
        }
    }

    private static boolean isPlain(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("http://");
    }

    private boolean isCallable(String url) {
        try {
            return outgoing.isCallable(new URI(url));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
