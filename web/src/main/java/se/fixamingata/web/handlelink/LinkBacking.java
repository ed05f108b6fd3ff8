package se.fixamingata.web.handlelink;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.handlelink.HandleAccess;
import se.fixamingata.handlelink.HandleLinks;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.handling.reading.CaseView;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.problem.Problem;

/**
 * The page {@code /svar/{token}}: an authority answers from its mail, without an account. Looking changes nothing.
 *
 * <p>The token stands in the address, so no cache may keep the page and no other site may hear of it.
 */
@Named("linkPage")
@RequestScoped
public class LinkBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    HandleLinks links;

    @Inject
    LinkPosting posting;

    @Inject
    CaseReading reading;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private HandleAccess access;
    private CaseView report;
    private Reporter reporter;
    private LinkForm form = LinkForm.EMPTY;
    private LinkOutcome outcome = LinkOutcome.NONE;

    /** Before rendering. */
    public void open() throws IOException, ServletException {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        access = links.look(token);
        if (access.isOpen() && request.getMethod().equals("POST")) {
            form = LinkForm.of(request);
            outcome = posting.answer(token, access.reportId(), form);
            if (outcome.done()) {
                Faces.redirect(getAction() + "?klar=1");
                return;
            }
            // Refused at the last moment: what the link is good for has changed while somebody wrote.
            access = outcome.access() == null ? access : outcome.access();
            response.setStatus(outcome.status());
        }
        if (access.isOpen()) {
            read();
        } else {
            boolean unknown = access.state() == HandleAccess.State.UNKNOWN;
            response.setStatus(unknown ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_GONE);
            form = LinkForm.of(request);
        }
    }

    private void read() {
        report = reading.find(Handler.byLink(access.authorityCode()), access.reportId())
                .orElseThrow();
        reporter = posting.reporter(token);
    }

    /** {@code open}, {@code revoked}, {@code handed_over}, {@code expired}, {@code unknown} or {@code truncated}: what is shown. */
    public String getSituation() {
        boolean cut = access.state() == HandleAccess.State.UNKNOWN
                && SecretToken.parse(token).isEmpty();
        return cut ? "truncated" : access.state().name().toLowerCase(Locale.ROOT);
    }

    /** Whose the report is after it was handed over; null unless it was, and everybody may know. */
    public String getHeldBy() {
        return access.state() == HandleAccess.State.HANDED_OVER ? access.heldBy() : null;
    }

    public HandleAccess getAccess() {
        return access;
    }

    public CaseView getReport() {
        return report;
    }

    /** Who reported, as the mail with the link told. */
    public Reporter getReporter() {
        return reporter;
    }

    /** Null when nobody was faster. */
    HandlingResult.Conflict conflict() {
        return outcome.conflict();
    }

    public boolean isConflict() {
        return outcome.conflict() != null;
    }

    public LinkForm getForm() {
        return form;
    }

    public List<Problem> getProblems() {
        return outcome.problems();
    }

    /** The message for that field; empty when it is right. */
    public String problem(String field) {
        return outcome.problem(field);
    }

    /** Whether an answer was sent a moment ago. */
    public boolean isDone() {
        return request.getParameter("klar") != null;
    }

    /** This address. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return "/svar/" + token;
    }

    /** What a photo's address needs so that it is shown: the link itself where not everybody may see the photo. */
    public String getProof() {
        return report.listed() ? "" : "?nyckel=" + token;
    }
}
