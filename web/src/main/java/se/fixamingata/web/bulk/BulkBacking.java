package se.fixamingata.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.bulk.BulkChanges;
import se.fixamingata.bulk.BulkState;
import se.fixamingata.bulk.BulkView;
import se.fixamingata.bulk.SkippedReport;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /handlaggning/andringar/pagar/{id}}: how far a change of many reports is; a POST cancels it. */
@Named("bulk")
@RequestScoped
public class BulkBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    BulkChanges changes;

    @Inject
    Authorities authorities;

    @Inject
    @Param(pathIndex = 0)
    String number;

    private BulkView change;
    private List<SkippedReport> skipped = List.of();

    /** Before rendering. */
    public void open() {
        Optional<BulkView> found = number != null && number.matches("[1-9][0-9]{0,17}")
                ? changes.find(caller.get(), Long.parseLong(number))
                : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "No such change");
            return;
        }
        change = found.get();
        if ("POST".equals(request.getMethod())) {
            boolean stopped = changes.cancel(caller.get(), change.id());
            Faces.redirect("/handlaggning/andringar/pagar/%s?%s", number, stopped ? "avbruten" : "sent");
            return;
        }
        skipped = change.skipped() == 0 ? List.of() : changes.skipped(caller.get(), change.id());
    }

    public BulkView getChange() {
        return change;
    }

    public List<SkippedReport> getSkipped() {
        return skipped;
    }

    public boolean isMoreSkipped() {
        return change.skipped() > skipped.size();
    }

    public boolean isRunning() {
        return change.state() == BulkState.RUNNING;
    }

    /** Whether it was cancelled by the request before this one. */
    public boolean isJustCancelled() {
        return request.getParameter("avbruten") != null;
    }

    /** Whether the request before this one came too late to cancel it. */
    public boolean isTooLate() {
        return request.getParameter("sent") != null;
    }

    /** The authority's name in addresses. */
    public String getSlug() {
        return authorities.find(change.authorityCode()).map(Authority::slug).orElse(change.authorityCode());
    }
}
