package se.fixamingata.web.basemap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import se.fixamingata.basemap.MapBusyException;
import se.fixamingata.geography.GeodataException;

/** How a picture of the map, or the lack of one, is answered. */
final class PictureAnswer {

    private static final System.Logger LOG = System.getLogger(PictureAnswer.class.getName());

    /** A week without asking, a day's grace while asking again: the data change a few times a year. */
    private static final String CACHING = "public, max-age=604800, stale-while-revalidate=86400";

    private PictureAnswer() {}

    /**
     * Sends the picture, or 304 when the browser has it.
     *
     * @param version of data and style, which with the address makes the entity tag
     */
    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<String> version,
            Supplier<byte[]> picture)
            throws IOException {
        try {
            String tag = "\"" + version.get() + "\"";
            if (hasTag(request.getHeader("If-None-Match"), tag)) {
                cacheable(response, tag);
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            byte[] png = picture.get();
            cacheable(response, tag);
            response.setContentType("image/png");
            response.setContentLength(png.length);
            if (!"HEAD".equals(request.getMethod())) {
                response.getOutputStream().write(png);
            }
        } catch (MapBusyException busy) {
            response.setHeader("Retry-After", "3");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The map is busy, try again in a moment.");
        } catch (GeodataException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "No map without reference data: {0}", unreadable.getMessage());
            response.setHeader("Retry-After", "60");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The map's data cannot be read.");
        }
    }

    /** An error in one plain line, never cached for long. */
    static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().println(reason);
    }

    private static void cacheable(HttpServletResponse response, String tag) {
        response.setHeader("Cache-Control", CACHING);
        response.setHeader("ETag", tag);
    }

    private static boolean hasTag(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals(tag) || known.equals("W/" + tag) || known.equals("*"));
    }
}
