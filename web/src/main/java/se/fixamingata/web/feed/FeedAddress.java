package se.fixamingata.web.feed;

import java.util.Optional;

/**
 * Which feed: {@code /rapporter}, {@code /kategori/{code}}, {@code /kommun/{slug}}, {@code /kommun/{slug}/{code}}.
 *
 * @param municipality slug or code; null for the country
 * @param category code; null for all
 */
record FeedAddress(String municipality, String category) {

    /** What follows {@code /atom}; empty when it is no feed's address. May be null. */
    static Optional<FeedAddress> parse(String path) {
        String[] parts = path == null ? new String[0] : path.split("/", -1);
        if (parts.length == 2 && parts[1].equals("rapporter")) {
            return Optional.of(new FeedAddress(null, null));
        }
        if (parts.length == 3 && parts[1].equals("kategori")) {
            return Optional.of(new FeedAddress(null, parts[2]));
        }
        if (parts.length >= 3 && parts.length <= 4 && parts[1].equals("kommun")) {
            return Optional.of(new FeedAddress(parts[2], parts.length == 4 ? parts[3] : null));
        }
        return Optional.empty();
    }
}
