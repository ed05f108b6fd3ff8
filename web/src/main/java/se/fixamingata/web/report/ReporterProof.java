package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.report.ReportView;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.reporter.ReporterStanding;
import se.fixamingata.web.security.CurrentCaller;

/**
 * Whether this visitor is the one who reported: shown by the secret link that brought them ({@code /rapport/{id}/{token}}), or by the
 * account that they are signed in with.
 */
@Named("reporterProof")
@RequestScoped
public class ReporterProof {

    /** Parameter with a secret link's token, for what has no page of its own: pictures, documents, what a form's script sends. */
    public static final String KEY = "nyckel";

    @Inject
    CurrentCaller caller;

    @Inject
    ReporterStanding standing;

    @Inject
    @Param(pathIndex = 1)
    String token;

    private final Map<Long, Boolean> asked = new HashMap<>();
    private final Map<Long, Boolean> dead = new HashMap<>();

    /** What the visitor shows; a use case judges it itself. */
    public ReporterClaim claim() {
        return ReporterClaim.of(token, caller.find());
    }

    /** Whether the visitor is that report's reporter. */
    public boolean of(long reportId) {
        return asked.computeIfAbsent(reportId, id -> standing.isReporter(claim(), id));
    }

    /** Whether a secret stands in the address, good or not. */
    public boolean isByLink() {
        return token != null;
    }

    /** Whether that secret is none, or none any more: then the page is as for everybody, and says so. */
    public boolean isDead(long reportId) {
        return isByLink() && dead.computeIfAbsent(reportId, id -> !standing.isByLink(token, id));
    }

    /** The page where the visitor is, for its forms to post to: with the secret if it is good, since it is their only proof. */
    public String path(long reportId) {
        return "/rapport/" + reportId + (isByLink() && !isDead(reportId) ? "/" + token : "");
    }

    /** The secret, for forms elsewhere to pass on; null when none stands in the address, or one that is none of that report's. */
    public String key(long reportId) {
        return isByLink() && !isDead(reportId) ? token : null;
    }

    /** What the addresses of a report's pictures need behind them for this visitor: the secret where everybody else sees nothing. */
    public String pictureKey(ReportView report) {
        String key = report.visibility() == Visibility.PUBLIC ? null : key(report.id());
        return key == null ? "" : "?" + KEY + "=" + key;
    }

    /** What is shown to one visitor only is kept by no cache, and an address with a secret in it is told to nobody. */
    public void keepSecret() {
        HttpServletResponse response = Faces.getResponse();
        if (isByLink() || caller.isSignedIn()) {
            response.setHeader("Cache-Control", "private, no-store");
        }
        if (isByLink()) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
    }
}
