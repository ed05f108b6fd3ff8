package se.fixamingata.web.moderation;

import java.util.regex.Pattern;

/** The page of the back office from which somebody came, for going on there. Never an address that somebody else may have put in. */
final class WayBack {

    static final String QUEUE = "/handlaggning/granskning";

    /** Paths below the back office with an ordinary query; no host, no line ends. */
    private static final Pattern OURS =
            Pattern.compile("/handlaggning/[A-Za-z0-9/_-]{1,100}(\\?[A-Za-z0-9=&%._~+-]{0,1000})?");

    private WayBack() {}

    /** Where to go on: what was asked for if it is ours, else the queue. May be null. */
    static String of(String asked) {
        return asked != null && OURS.matcher(asked).matches() && !asked.contains("//") ? asked : QUEUE;
    }

    /** The same page, told what was done. */
    static String with(String page, Granted done) {
        String bare =
                page.replaceAll("([?&])" + Granted.PARAMETER + "=[^&]*&?", "$1").replaceAll("[?&]$", "");
        // On a report's page moderation is one section among many.
        String section = bare.startsWith("/handlaggning/rapport/") ? "#granska" : "";
        return bare + (bare.contains("?") ? "&" : "?") + Granted.PARAMETER + "=" + done.text() + section;
    }
}
