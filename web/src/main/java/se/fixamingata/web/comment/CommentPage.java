package se.fixamingata.web.comment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.comment.CommentDesk;
import se.fixamingata.comment.CommentDraftView;
import se.fixamingata.comment.CommentSubject;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.security.CurrentLanguage;

/**
 * The page {@code /kommentera/{id}}, for the report's reporter {@code /kommentera/{id}/{token}}: where the form is sent to, where it is
 * mended, and, for a stranger who has sent it, which address has got the mail.
 */
@Named("commentPage")
@RequestScoped
public class CommentPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CommentDesk desk;

    @Inject
    CommentKeeper keeper;

    @Inject
    CommentButtons buttons;

    @Inject
    CommentBacking form;

    @Inject
    CommentSent sent;

    @Inject
    ReporterProof proof;

    @Inject
    CurrentLanguage language;

    @Inject
    @Param(pathIndex = 0)
    String number;

    private CommentSubject subject;

    /** Before rendering: keeps and perhaps sends what was posted, then reads the draft anew. */
    public void open() throws IOException, ServletException {
        proof.keepSecret();
        subject = CommentRequest.number(number)
                .flatMap(id -> desk.subject(id, proof.claim()))
                .orElse(null);
        if (subject == null) {
            Faces.responseSendError(404, "No such report");
            return;
        }
        if (!request.getMethod().equals("POST")) {
            look();
        } else if (CommentSent.isAsked(request)) {
            sent.act(subject.reportId());
            form.show(subject.reportId(), subject.writer());
        } else {
            press();
        }
    }

    /** What was sent and waits for the mail's link is told first; what was published is on the report's page. */
    private void look() {
        boolean waits = keeper.current(request, subject.reportId())
                .filter(CommentDraftView::isSent)
                .isPresent();
        if (waits) {
            sent.look(subject.reportId());
        }
        form.show(subject.reportId(), subject.writer());
    }

    private void press() throws IOException, ServletException {
        long id = subject.reportId();
        Optional<CommentButtons.Outcome> outcome = buttons.receive(request, Faces.getResponse(), id, language.get());
        if (outcome.isEmpty()) {
            Faces.responseSendError(404, "No such report");
        } else if (outcome.get().redirect() != null) {
            Faces.redirect(outcome.get().redirect());
        } else {
            Faces.setResponseStatus(Problem.status(outcome.get().problems()));
            form.show(id, subject.writer());
            SecretToken draft = outcome.get().draft();
            form.complain(
                    draft, desk.find(draft, id).orElse(null), outcome.get().problems());
        }
    }

    public CommentSubject getSubject() {
        return subject;
    }

    /** The report's page, as this visitor sees it. */
    public String getReportPage() {
        return proof.path(subject.reportId());
    }
}
