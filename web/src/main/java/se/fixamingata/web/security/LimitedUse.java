package se.fixamingata.web.security;

import java.util.Locale;
import java.util.Optional;
import se.fixamingata.web.multipart.MultipartReader;

/** What may be done only so often from one address, because it costs us, others or a mailbox something. */
enum LimitedUse {
    /** Looking up places, which may ask a foreign server, and words in reports, which reads many. */
    SEARCH,
    /** Writing and sending a report, confirming one. */
    REPORT,
    /** Writing and sending a comment. */
    COMMENT,
    /** Sending a photo, which costs decoding. */
    PHOTO,
    /** Showing a password or a code, asking for a link by mail. */
    SIGN_IN,
    /** A still map, which is drawn anew for every address that somebody thinks of. */
    PICTURE,
    /** Machines' requests, map data and lists included, what a page saves by itself while somebody writes, and work in the back office. */
    API;

    /** In the settings {@code fmg.limit.{code}} and in what is logged. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /**
     * What a request counts as; empty when it is free.
     *
     * @param method HTTP method
     * @param path of the request, decoded and normal
     * @param query what follows the question mark, or null
     */
    static Optional<LimitedUse> of(String method, String path, String query) {
        String page = path.replaceFirst("(\\.xhtml)?/*$", "");
        boolean changes = method.equals("POST") || method.equals("PUT") || method.equals("DELETE");
        // Reads all reports of an area that anybody may think of.
        if (page.equals("/api/places") || page.startsWith("/atom/cirkel/") || isSearch(page, query)) {
            return Optional.of(SEARCH);
        }
        // Counted where the key is known (SystemRates); words are looked for in thousands of texts.
        if (path.startsWith("/open311/v2/")) {
            return QueryString.says(query, "q") ? Optional.of(SEARCH) : Optional.empty();
        }
        if (path.equals("/karta/bild.png")) {
            return Optional.of(PICTURE);
        }
        // A form that keeps itself at every change must not use up the reports of everybody behind the same address,
        // nor may a day's
        // work of a whole municipality, which often has one address, where every page of a table is a POST.
        if (page.startsWith("/api/")
                || page.startsWith("/statistik/data/")
                || page.equals("/kartlista")
                || page.equals("/rapportera/utkast")
                || page.equals("/kommentera/utkast")
                || changes && (page + "/").startsWith("/handlaggning/")
                // Large mail services press for all their users from a few addresses; the secret cannot be guessed.
                || changes && page.startsWith("/avregistrera/")
                // Somebody who guesses at secrets, and programs that open every link.
                || !changes && page.startsWith("/svar/")) {
            return Optional.of(API);
        }
        if (changes && (page.equals("/rapportera/foto") || page.equals("/kommentera/foto"))) {
            return Optional.of(PHOTO);
        }
        if (changes && page.startsWith("/kommentera/")) {
            return Optional.of(COMMENT);
        }
        // Each of these asks an authority's provider.
        if (changes && isSignIn(page) || page.startsWith("/logga-in/oidc/")) {
            return Optional.of(SIGN_IN);
        }
        return changes ? Optional.of(REPORT) : Optional.empty();
    }

    /**
     * What a request counts as that is free by its address: a system's body with files is read to its end, wherever it comes from, before
     * anybody knows its key.
     */
    static Optional<LimitedUse> ofBody(String method, String contentType) {
        return method.equals("POST") && MultipartReader.concerns(contentType) ? Optional.of(API) : Optional.empty();
    }

    private static boolean isSignIn(String page) {
        return page.equals("/logga-in")
                || page.startsWith("/logga-in/")
                || page.startsWith("/inbjudan/")
                || page.startsWith("/konto/sakerhet");
    }

    /** Looking for a place, or for words among thousands of reports. */
    private static boolean isSearch(String page, String query) {
        boolean map = page.equals("/karta");
        return (map || page.equals("/prenumerera")) && QueryString.says(query, "q")
                || (map || page.equals("/kartlista")) && QueryString.says(query, "text");
    }
}
