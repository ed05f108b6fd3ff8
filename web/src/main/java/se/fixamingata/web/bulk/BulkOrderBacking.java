package se.fixamingata.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.bulk.BulkChanges;
import se.fixamingata.bulk.BulkOrder;
import se.fixamingata.bulk.BulkResult;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /handlaggning/andringar/ny?<inbox>} or {@code ?id=1,2,3}: one status and one text for what was selected. */
@Named("bulkOrder")
@RequestScoped
public class BulkOrderBacking {

    /** What can be said of many reports; merging is done one by one. */
    private static final List<ReportStatus> STATUSES = Arrays.stream(ReportStatus.values())
            .filter(status ->
                    !Set.of(ReportStatus.UNCONFIRMED, ReportStatus.DUPLICATE).contains(status))
            .toList();

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    BulkSelection selection;

    @Inject
    BulkChanges changes;

    private BulkSelection.Chosen chosen;
    private int count;
    private BulkResult.Invalid problem;

    /** Before rendering; a POST orders the change. */
    public void open() {
        Optional<BulkSelection.Chosen> found = selection.of(caller.get(), request);
        if (found.isEmpty()
                || !Permissions.may(
                        caller.get(), Right.HANDLE, found.get().authority().code())) {
            Faces.responseSendError(404, "Nobody's reports");
            return;
        }
        chosen = found.get();
        if (Faces.isPostback() || "POST".equals(request.getMethod())) {
            order();
        }
        count = chosen.isEmpty() ? 0 : changes.count(caller.get(), chosen.order(null, "", 0));
    }

    private void order() {
        if (chosen.isEmpty()) {
            return;
        }
        BulkOrder order = chosen.order(ReportStatus.find(getStatus()).orElse(null), getText(), expected());
        BulkResult result = changes.start(caller.get(), order);
        if (result instanceof BulkResult.Started started) {
            Faces.redirect("/handlaggning/andringar/pagar/%s", Long.toString(started.id()));
        } else {
            problem = (BulkResult.Invalid) result;
            Faces.getResponse().setStatus(422);
        }
    }

    /** How many the page has named; 0 when nobody knows. */
    private int expected() {
        String named = request.getParameter("count");
        return named != null && named.matches("[0-9]{1,6}") ? Integer.parseInt(named) : 0;
    }

    public Authority getAuthority() {
        return chosen.authority();
    }

    public int getCount() {
        return count;
    }

    public boolean isBySelection() {
        return !chosen.ids().isEmpty();
    }

    /** What the inbox's address was, for the form and the way back. */
    public String getQuery() {
        return chosen.query();
    }

    public String getIds() {
        return String.join(",", chosen.ids().stream().map(String::valueOf).toList());
    }

    public List<ReportStatus> getStatuses() {
        return STATUSES;
    }

    /** As chosen; empty to keep. */
    public String getStatus() {
        return Optional.ofNullable(request.getParameter("new-status")).orElse("");
    }

    /** As typed: survives every error. */
    public String getText() {
        return Optional.ofNullable(request.getParameter("new-text")).orElse("");
    }

    public boolean isInvalid() {
        return problem != null;
    }

    /** Key of what is wrong; null when nothing is. */
    public String getProblem() {
        return problem == null ? null : problem.key();
    }

    /** {@code status}, {@code text} or {@code selection}; null when nothing is wrong. */
    public String getProblemField() {
        return problem == null ? null : problem.field();
    }
}
