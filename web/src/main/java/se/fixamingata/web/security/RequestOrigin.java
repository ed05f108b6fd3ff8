package se.fixamingata.web.security;

/**
 * Whether a request that changes something comes from a page of ours, by what the browser itself says ({@code Sec-Fetch-Site} and
 * {@code Origin}, which scripts cannot forge). Silence passes here: old browsers say nothing, and the token is checked too.
 *
 * @param fetchSite header {@code Sec-Fetch-Site}, or null
 * @param origin header {@code Origin}, or null
 * @param host header {@code Host}, or null
 */
record RequestOrigin(String fetchSite, String origin, String host) {

    /**
     * @param publicOrigin scheme, host and port of the public address. The host that was asked for is accepted beside it: a browser
     *     does not let a foreign page choose that one either, and a machine at home is reached by several names.
     */
    boolean isOurs(String publicOrigin) {
        if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
            return false;
        }
        return origin == null || origin.equals(publicOrigin) || isHost() || isSilent();
    }

    /** A page of ours that keeps its address, with a secret in it, to itself ({@code no-referrer}): then browsers do not name the origin. */
    private boolean isSilent() {
        return origin.equals("null") && "same-origin".equals(fetchSite);
    }

    private boolean isHost() {
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }
}
