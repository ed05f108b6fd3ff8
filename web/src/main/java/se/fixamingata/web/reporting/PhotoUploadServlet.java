package se.fixamingata.web.reporting;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.DraftDesk;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/**
 * {@code POST /rapportera/foto}: one photo into the draft, answered with {@code {"id","name"}} or with the reason against it;
 * {@code POST /rapportera/foto?remove={id}}: one photo out of it.
 */
@WebServlet("/rapportera/foto")
@MultipartConfig(maxFileSize = 125_829_120, maxRequestSize = 136_314_880, fileSizeThreshold = 262_144)
public class PhotoUploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DraftCookie cookie;

    @Inject
    transient DraftDesk desk;

    @Inject
    transient DraftKeeper keeper;

    @Inject
    transient PhotoReception photos;

    @Inject
    transient CurrentLanguage language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Language readers = language.get();
        SecretToken draft = cookie.read(request).orElse(null);
        if (draft == null) {
            refuse(response, "photo.refused.nodraft", readers);
            return;
        }
        String removed = request.getParameter("remove");
        if (removed != null) {
            desk.removePhoto(draft, removed);
            JsonAnswer.send(response, Json.createObjectBuilder().add("removed", true));
            return;
        }
        keeper.begin(draft, readers);
        add(request, response, draft, readers);
    }

    private void add(HttpServletRequest request, HttpServletResponse response, SecretToken draft, Language readers)
            throws IOException, ServletException {
        List<PhotoReception.Outcome> outcomes = photos.receive(request, new DraftTray(desk, draft), readers);
        if (outcomes.isEmpty()) {
            refuse(response, "photo.refused.none", readers);
            return;
        }
        PhotoReception.Outcome first = outcomes.get(0);
        if (first.refusal() != null) {
            JsonAnswer.refuse(response, 422, "photo_refused", first.refusal());
            return;
        }
        JsonAnswer.send(
                response, Json.createObjectBuilder().add("id", first.id()).add("name", first.fileName()));
    }

    private static void refuse(HttpServletResponse response, String key, Language readers) throws IOException {
        JsonAnswer.refuse(response, 422, "photo_refused", Messages.text(readers, key, ""));
    }
}
