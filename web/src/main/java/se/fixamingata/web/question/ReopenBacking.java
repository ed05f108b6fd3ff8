package se.fixamingata.web.question;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.question.Reopening;
import se.fixamingata.question.ReopeningResult;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.ReportView;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.web.report.ReporterProof;
import se.fixamingata.web.text.TextBean;

/**
 * "It is still there", said by the reporter on the report's page; and the page {@code /felet-kvar/{id}}, with the secret of the
 * reporter's link behind it, that takes it and shows it again when something is to be mended.
 */
@Named("reopen")
@RequestScoped
public class ReopenBacking {

    /** Parameter of the report's page with what has happened just now: open again, or was open already. */
    private static final String NEWS = "oppnad";

    private static final Set<String> SAID = Set.of("ja", "redan");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    @Inject
    HttpServletRequest request;

    @Inject
    ReporterProof proof;

    @Inject
    Reopening reopening;

    @Inject
    ReportPages reports;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String number;

    private ReportView report;
    private String problem = "";

    /** Before rendering the page of its own. */
    public void open() {
        proof.keepSecret();
        report = number != null && NUMBER.matcher(number).matches() && proof.of(Long.parseLong(number))
                ? reports.findForReporter(Long.parseLong(number)).orElse(null)
                : null;
        if (report == null) {
            Faces.responseSendError(404, "No such report");
        } else if (request.getMethod().equals("POST")) {
            act();
        } else if (!Reopening.isPossible(report.status())) {
            Faces.redirect(proof.path(report.id()));
        }
    }

    private void act() {
        ReporterClaim claim = proof.claim();
        ReopeningResult result;
        try {
            result = Conflicts.retry(() -> reopening.reopen(claim, report.id(), getReason()));
        } catch (Conflicts.Busy busy) {
            problem = text.of("form.busy");
            Faces.setResponseStatus(503);
            return;
        }
        if (result instanceof ReopeningResult.Invalid invalid) {
            problem = text.format(invalid.problem().key(), invalid.problem().arguments());
            Faces.setResponseStatus(422);
            return;
        }
        String said = result instanceof ReopeningResult.Reopened ? "ja" : "redan";
        Faces.redirect(proof.path(report.id()) + "?" + NEWS + "=" + said + "#reporter");
    }

    /** Whether the visitor may reopen that report. */
    public boolean possible(ReportView shown) {
        return Reopening.isPossible(shown.status()) && proof.of(shown.id());
    }

    /** Where the form of that report posts to. */
    public String action(long reportId) {
        return "/felet-kvar" + proof.path(reportId).substring("/rapport".length());
    }

    /** One of {@link #SAID}; empty when nothing has happened just now. */
    public String getNews() {
        String said = request.getParameter(NEWS);
        return said != null && SAID.contains(said) ? said : "";
    }

    public ReportView getReport() {
        return report;
    }

    /** Why nothing was done; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    /** As it was typed. */
    public String getReason() {
        return Optional.ofNullable(request.getParameter("reason")).orElse("");
    }
}
