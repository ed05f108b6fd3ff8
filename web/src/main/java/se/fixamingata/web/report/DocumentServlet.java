package se.fixamingata.web.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.fixamingata.photo.PhotoViewer;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.update.OpenDocument;
import se.fixamingata.update.OpenDocuments;
import se.fixamingata.web.security.CurrentCaller;

/**
 * {@code /dokument/{id}}: a document that goes with an answer, for whoever may read the answer; everything else is 404. Always a file to
 * keep, never a page of ours: whoever wrote it is not us.
 */
@WebServlet("/dokument/*")
public class DocumentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OpenDocuments documents;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        PhotoViewer viewer = new PhotoViewer(
                Optional.empty(),
                Optional.empty(),
                SecretToken.parse(request.getParameter(ReporterProof.KEY)),
                caller.find(),
                Optional.empty());
        Optional<OpenDocument> found = path == null ? Optional.empty() : documents.find(path.substring(1), viewer);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        OpenDocument document = found.get();
        response.setHeader("Cache-Control", document.isPublic() ? "public, max-age=3600" : "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Content-Disposition", disposition(document.fileName()));
        response.setContentType("application/pdf");
        response.setContentLength(document.pdf().length);
        response.getOutputStream().write(document.pdf());
    }

    /** RFC 6266: a plain name for old programs, the real one for the others. */
    static String disposition(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
