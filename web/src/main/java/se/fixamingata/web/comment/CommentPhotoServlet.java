package se.fixamingata.web.comment;

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
import java.util.Optional;
import se.fixamingata.comment.CommentDesk;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.reporting.JsonAnswer;
import se.fixamingata.web.reporting.PhotoReception;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/**
 * {@code POST /kommentera/foto}: one photo into the draft, answered with {@code {"id","name"}} or with the reason against it; with a
 * field {@code remove}: one photo out of it.
 */
@WebServlet("/kommentera/foto")
@MultipartConfig(maxFileSize = 125_829_120, maxRequestSize = 136_314_880, fileSizeThreshold = 262_144)
public class CommentPhotoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CommentKeeper keeper;

    @Inject
    transient CommentDesk desk;

    @Inject
    transient PhotoReception photos;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient CurrentLanguage language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ReporterClaim claim = ReporterClaim.of(request.getParameter(ReporterProof.KEY), caller.find());
        Optional<Long> report = CommentRequest.number(request.getParameter(CommentRequest.REPORT));
        Optional<SecretToken> draft = report.flatMap(id -> keeper.begin(request, response, id, language.get(), claim));
        String removed = request.getParameter("remove");
        if (draft.isEmpty()) {
            refuse(response, "photo.refused.nodraft");
        } else if (removed != null) {
            desk.removePhoto(draft.get(), report.get(), removed);
            JsonAnswer.send(response, Json.createObjectBuilder().add("removed", true));
        } else {
            add(request, response, new CommentTray(desk, draft.get(), report.get()));
        }
    }

    private void add(HttpServletRequest request, HttpServletResponse response, CommentTray tray)
            throws IOException, ServletException {
        List<PhotoReception.Outcome> outcomes = photos.receive(request, tray, language.get());
        if (outcomes.isEmpty()) {
            refuse(response, "photo.refused.none");
        } else if (outcomes.get(0).refusal() != null) {
            JsonAnswer.refuse(response, 422, "photo_refused", outcomes.get(0).refusal());
        } else {
            JsonAnswer.send(
                    response,
                    Json.createObjectBuilder()
                            .add("id", outcomes.get(0).id())
                            .add("name", outcomes.get(0).fileName()));
        }
    }

    private void refuse(HttpServletResponse response, String key) throws IOException {
        JsonAnswer.refuse(response, 422, "photo_refused", Messages.text(language.get(), key, ""));
    }
}
