package se.fixamingata.web.comment;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.reporting.JsonAnswer;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;

/** {@code POST /kommentera/utkast}: keeps what has been typed so far, at every change. Answers {@code {"saved":true}}. */
@WebServlet("/kommentera/utkast")
@MultipartConfig(maxRequestSize = 1 << 20)
public class CommentDraftServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CommentKeeper keeper;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient CurrentLanguage language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReporterClaim claim = ReporterClaim.of(request.getParameter(ReporterProof.KEY), caller.find());
        boolean kept = CommentRequest.number(request.getParameter(CommentRequest.REPORT))
                .flatMap(report -> keeper.keep(request, response, report, language.get(), claim))
                .isPresent();
        if (kept) {
            JsonAnswer.send(response, Json.createObjectBuilder().add("saved", true));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
