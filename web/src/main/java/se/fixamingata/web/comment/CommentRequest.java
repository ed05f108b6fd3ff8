package se.fixamingata.web.comment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixamingata.comment.CommentFields;
import se.fixamingata.shared.SecretToken;

/** What came with the form, as it was typed; the rules of the domain judge it. */
final class CommentRequest {

    /** The hidden field with the draft's secret: the form given away, sent twice at once, is still one comment. */
    static final String DRAFT = "utkast";

    /** The report's number, where it does not stand in the address. */
    static final String REPORT = "rapport";

    /** A bigint has at most 19 digits; 18 keep clear of its end. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private CommentRequest() {}

    static CommentFields fields(HttpServletRequest request) {
        return new CommentFields(
                text(request, "text"),
                text(request, "name"),
                text(request, "email"),
                request.getParameter("showName") != null,
                request.getParameter("looksFixed") != null);
    }

    static Optional<SecretToken> draft(HttpServletRequest request) {
        return SecretToken.parse(request.getParameter(DRAFT));
    }

    /** The number in that text; empty when it is none. May be null. */
    static Optional<Long> number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String text(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed == null || typed.isBlank() ? null : typed;
    }
}
