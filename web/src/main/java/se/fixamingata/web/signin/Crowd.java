package se.fixamingata.web.signin;

import jakarta.servlet.http.HttpServletResponse;

/** Answers who brings a password while too many others do: nothing is wrong with it, and in a moment there is room. */
public final class Crowd {

    private static final String SECONDS = "10";

    private Crowd() {}

    public static void answer(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SECONDS);
    }
}
