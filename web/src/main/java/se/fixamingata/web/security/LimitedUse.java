package se.fixamingata.web.security;

import java.util.Locale;
import java.util.Optional;

/** What may be done only so often from one address, because it costs us, others or a mailbox something. */
enum LimitedUse {
    /** Looking up places, which may ask a foreign server. */
    SEARCH,
    /** Writing and sending a report, confirming one. */
    REPORT,
    /** Sending a photo, which costs decoding. */
    PHOTO,
    /** Machines' requests, map data included, and what a page saves by itself while somebody writes. */
    API;

    /** In the settings {@code fmg.limit.{code}} and in what is logged. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a request counts as; empty when it is free.
     *
     * @param method HTTP method
     * @param path of the request
     * @param query what follows the question mark, or null
     */
    static Optional<LimitedUse> of(String method, String path, String query) {
        boolean changes = method.equals("POST") || method.equals("PUT") || method.equals("DELETE");
        if (path.startsWith("/api/places")
                || path.equals("/karta") && QueryString.value(query, "q").isPresent()) {
            return Optional.of(SEARCH);
        }
        // A form that keeps itself at every change must not use up the reports of everybody behind the same address.
        if (path.startsWith("/api/") || path.startsWith("/rapportera/utkast")) {
            return Optional.of(API);
        }
        if (changes && (path.startsWith("/rapportera/bild") || path.startsWith("/rapportera/foto"))) {
            return Optional.of(PHOTO);
        }
        return changes ? Optional.of(REPORT) : Optional.empty();
    }
}
