package se.fixamingata.web.photo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.photo.PhotoSize;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.PhotoViewer;
import se.fixamingata.photo.StoredImage;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.comment.CommentCookie;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.reporting.DraftCookie;
import se.fixamingata.web.security.CurrentCaller;

/**
 * {@code /bild/{id}/{thumb|full}}: a public report's photo; what is not public, for whoever may see it and for no cache. Everything
 * else is 404, whether it exists or not.
 *
 * <p>The holder of a secret link shows it as {@code ?nyckel=}: a picture's address is all that a page can say about it. An
 * authority's system shows the seal that its address was given with ({@link PhotoLinks}).
 */
@WebServlet("/bild/*")
public class PhotoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    /** Never another picture, but a moderator may hide it, and then it should be gone from caches within the hour. */
    private static final String WHILE_SHOWN = "public, max-age=3600";

    @Inject
    transient PhotoStore photos;

    @Inject
    transient DraftCookie draft;

    @Inject
    transient CommentCookie comment;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient PhotoLinks links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PhotoPath> path = PhotoPath.parse(request.getPathInfo());
        if (path.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PhotoSize size = path.get().size();
        Optional<StoredImage> found =
                photos.find(path.get().id(), size, viewer(path.get().id(), request));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + path.get().id() + '-' + size.code() + '"';
        StoredImage image = found.get();
        response.setHeader("Cache-Control", image.isPublic() ? WHILE_SHOWN : "private, no-store");
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

    private PhotoViewer viewer(String photoId, HttpServletRequest request) {
        return new PhotoViewer(
                draft.read(request),
                comment.read(request),
                SecretToken.parse(request.getParameter(ReporterProof.KEY)),
                caller.find(),
                links.authority(photoId, request.getParameter(PhotoLinks.PARAMETER)));
    }
}
