package se.fixamingata.web.comment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import se.fixamingata.comment.CommentDesk;
import se.fixamingata.comment.CommentDraftView;
import se.fixamingata.comment.CommentFields;
import se.fixamingata.comment.CommentSubject;
import se.fixamingata.comment.CommentWriter;
import se.fixamingata.photo.Photo;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.report.ReporterProof;

/** The form by which somebody comments on a report: below the report, and on its own page when something has to be mended. */
@Named("comment")
@RequestScoped
public class CommentBacking {

    /** Parameter with what has happened just now. */
    static final String NEWS = "kommentar";

    @Inject
    HttpServletRequest request;

    @Inject
    CommentKeeper keeper;

    @Inject
    CommentDesk desk;

    @Inject
    CommentButtons buttons;

    @Inject
    ReporterProof proof;

    private long reportId;
    private CommentDraftView draft;
    private CommentWriter writer;
    private String secret;
    private List<Problem> problems = List.of();

    /** The form about that report, read once; for pages to begin with. */
    public CommentBacking about(long report) {
        if (reportId != report) {
            ReporterClaim claim = proof.claim();
            boolean stranger = claim.token() == null && claim.caller() == null;
            show(
                    report,
                    stranger
                            ? null
                            : desk.subject(report, claim)
                                    .map(CommentSubject::writer)
                                    .orElse(null));
        }
        return this;
    }

    void show(long report, CommentWriter known) {
        reportId = report;
        writer = known;
        Optional<CommentDraftView> found = keeper.current(request, report);
        draft = found.filter(view -> !view.isSent()).orElse(null);
        secret = keeper.secret(request, found.isPresent() && draft == null).text();
    }

    /** The form goes on with the draft that it came with. */
    void complain(SecretToken kept, CommentDraftView view, List<Problem> found) {
        secret = kept.text();
        draft = view;
        problems = found;
    }

    /** The message for a field; empty when it is right. */
    public String problem(String field) {
        return Problem.at(field, problems);
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** Whether something has been written, or chosen, that was not sent yet. */
    public boolean isBegun() {
        return draft != null;
    }

    public CommentFields getFields() {
        return draft == null ? CommentFields.EMPTY : draft.fields();
    }

    public List<Photo> getPhotos() {
        return draft == null ? List.of() : draft.photos();
    }

    /** The draft's secret, for the form's hidden field. */
    public String getSecret() {
        return secret;
    }

    /** Where the form posts to. */
    public String getAction() {
        return buttons.path(reportId);
    }

    /** The reporter's secret, for what the form's script sends; null when the visitor came without one. */
    public String getKey() {
        return proof.key(reportId);
    }

    /** Whether name and address need not be asked for. */
    public boolean isKnown() {
        return writer != null && writer.isKnown();
    }

    /** The name of who is known; null when there is none. */
    public String getName() {
        return isKnown() ? writer.name() : null;
    }

    /** Whether a comment has become public just now. */
    public boolean isJustPublished() {
        return "tack".equals(request.getParameter(NEWS));
    }
}
