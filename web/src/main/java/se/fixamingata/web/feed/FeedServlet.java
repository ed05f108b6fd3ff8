package se.fixamingata.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/**
 * {@code /atom/rapporter}, {@code /atom/kategori/{code}}, {@code /atom/kommun/{slug}}, {@code /atom/kommun/{slug}/{code}},
 * {@code /atom/cirkel/{lat},{lon}/{metres}}: the newest public reports; {@code /atom/rapport/{id}}: what has happened to one. Anything else
 * below {@code /atom} is 404.
 *
 * <p>{@code Last-Modified} is when the newest entry changed. It decides nothing: a report that is hidden leaves the feed without any entry
 * being newer, and only the tag tells.
 */
@WebServlet("/atom/*")
public class FeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Feeds feeds;

    @Inject
    transient CurrentLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Feeds.Feed> found = FeedAddress.parse(request.getPathInfo()).flatMap(feeds::find);
        if (found.isEmpty()) {
            none(response);
            return;
        }
        Feeds.Feed feed = found.get();
        byte[] body = AtomWriter.write(feed.head(), feed.entries());
        String tag = tag(body);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=60");
        feed.entries().stream()
                .map(AtomWriter.Entry::updated)
                .max(Instant::compareTo)
                .ifPresent(newest -> response.setDateHeader("Last-Modified", newest.toEpochMilli()));
        if (isKnown(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/atom+xml; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Programs ask here: they get a line, and no page. */
    private void none(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println(Messages.text(language.get(), "atom.none"));
    }

    /** One of several tags, weak or not, as caches on the way make them. */
    private static boolean isKnown(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
    }

    private static String tag(byte[] feed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(feed);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
