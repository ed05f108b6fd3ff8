package se.fixamingata.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import se.fixamingata.open311.server.AnswerFormat;
import se.fixamingata.open311.server.Refusal;

/** What filters and the container refuse before the Open311 server sees it, said in the format of its address. */
final class MachineRefusals {

    private static final String AREA = "/open311/";

    private MachineRefusals() {}

    /**
     * Whether programs alone ask at that address, as the container understands it: no spelling of a page's address, such as
     * {@code /open311/..%2flogga-in}, makes it one of theirs.
     */
    static boolean concerns(HttpServletRequest request) {
        return concerns(RateLimitFilter.path(request));
    }

    static boolean concerns(String uri) {
        return uri != null && uri.startsWith(AREA);
    }

    static void send(HttpServletResponse response, String uri, int status, String description) throws IOException {
        AnswerFormat format = AnswerFormat.ofPath(uri);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(format.contentType());
        response.getOutputStream().write(new Refusal(status, List.of(description)).body(format));
    }

    /** Where only the status is known: the container's own refusals, and the unexpected. */
    static String words(int status, Object incident) {
        return switch (status) {
            case 404 -> "There is no such address";
            case 405 -> "This address does not take that method";
            case 503 -> "We cannot answer right now. Try again soon";
            default ->
                status < 500
                        ? "The request cannot be understood"
                        : "Something went wrong on our side" + (incident == null ? "" : ". Incident " + incident);
        };
    }
}
