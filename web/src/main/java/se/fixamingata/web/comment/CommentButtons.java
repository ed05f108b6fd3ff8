package se.fixamingata.web.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.fixamingata.comment.CommentDesk;
import se.fixamingata.comment.CommentPosting;
import se.fixamingata.comment.PostingResult;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.reporting.PhotoReception;

/** What the form's buttons do. Whichever was pressed, what was typed is kept first. */
@ApplicationScoped
public class CommentButtons {

    private static final String REMOVE = "remove:";

    @Inject
    CommentKeeper keeper;

    @Inject
    CommentDesk desk;

    @Inject
    CommentPosting posting;

    @Inject
    PhotoReception photos;

    @Inject
    ReporterProof proof;

    /**
     * What to answer.
     *
     * @param redirect where to go; null when the page is to be shown with the problems
     * @param draft with which the form goes on
     */
    record Outcome(String redirect, List<Problem> problems, SecretToken draft) {

        static Outcome to(String address) {
            return new Outcome(address, List.of(), null);
        }
    }

    /** Empty when the visitor may not write about that report. */
    Optional<Outcome> receive(
            HttpServletRequest request, HttpServletResponse response, long reportId, Language language)
            throws IOException, ServletException {
        ReporterClaim claim = proof.claim();
        Optional<SecretToken> draft = Conflicts.retry(() -> keeper.keep(request, response, reportId, language, claim));
        return draft.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(press(request, draft.get(), reportId, language));
    }

    private Outcome press(HttpServletRequest request, SecretToken draft, long reportId, Language language)
            throws IOException, ServletException {
        String action = request.getParameter("action");
        if (action != null && action.startsWith(REMOVE)) {
            desk.removePhoto(draft, reportId, action.substring(REMOVE.length()));
            return Outcome.to(path(reportId) + "#photos");
        }
        List<Problem> refused = photos.receive(request, new CommentTray(desk, draft, reportId), language).stream()
                .filter(outcome -> outcome.refusal() != null)
                .map(outcome -> new Problem("photos", outcome.refusal()))
                .toList();
        if (!refused.isEmpty()) {
            return new Outcome(null, refused, draft);
        }
        return "send".equals(action)
                ? send(draft, reportId, language)
                : Outcome.to(path(reportId) + ("photos".equals(action) ? "#photos" : ""));
    }

    /** Null when the report has gone meanwhile. */
    private Outcome send(SecretToken draft, long reportId, Language language) {
        ReporterClaim claim = proof.claim();
        try {
            return sent(Conflicts.retry(() -> posting.post(draft, reportId, claim)), draft, reportId, language);
        } catch (Conflicts.Busy busy) {
            return new Outcome(null, List.of(Problem.busy(language)), draft);
        }
    }

    private Outcome sent(PostingResult result, SecretToken draft, long reportId, Language language) {
        if (result instanceof PostingResult.Invalid invalid) {
            return new Outcome(
                    null,
                    invalid.problems().stream()
                            .map(problem -> Problem.of(problem, language))
                            .toList(),
                    draft);
        }
        if (result instanceof PostingResult.Published published) {
            return Outcome.to(published(proof.path(reportId), published.updateId()));
        }
        return result instanceof PostingResult.NoReport ? null : Outcome.to(path(reportId));
    }

    /** The report's page, at the comment, with a word of thanks. */
    static String published(String page, long updateId) {
        return page + "?" + CommentBacking.NEWS + "=tack#update-" + updateId;
    }

    /** The form's own page. */
    String path(long reportId) {
        String key = proof.key(reportId);
        return "/kommentera/" + reportId + (key == null ? "" : "/" + key);
    }
}
