package se.fixamingata.web.photo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.fixamingata.photo.PhotoSize;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.StoredImage;
import se.fixamingata.web.reporting.DraftCookie;

/**
 * {@code /bild/{id}/{thumb|full}}: a public report's photo, for ever the same; a draft's photo, for the draft's own browser only.
 * Everything else is 404, whether it exists or not.
 */
@WebServlet("/bild/*")
public class PhotoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    transient PhotoStore photos;

    @Inject
    transient DraftCookie draft;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PhotoPath> path = PhotoPath.parse(request.getPathInfo());
        if (path.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PhotoSize size = path.get().size();
        Optional<StoredImage> found =
                photos.find(path.get().id(), size, draft.read(request).orElse(null));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + path.get().id() + '-' + size.code() + '"';
        StoredImage image = found.get();
        response.setHeader("Cache-Control", image.isPublic() ? FOR_EVER : "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (image.isPublic()) {
            response.setHeader("ETag", tag);
            if (tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentType("image/jpeg");
        response.setHeader("Content-Disposition", "inline; filename=\"bild.jpg\"");
        response.setContentLength(image.bytes().length);
        response.getOutputStream().write(image.bytes());
    }
}
