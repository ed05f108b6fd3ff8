package se.fixamingata.web.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.staff.Staff;
import se.fixamingata.staff.StaffResult;
import se.fixamingata.staff.StaffRow;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** One of the staff, at {@code /handlaggning/personal/{account}}: role, categories, and taking the place away. */
@Named("memberPage")
@RequestScoped
public class MemberPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    Staff staff;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private StaffRow row;
    private PlaceForm form;
    private int openReports;
    private String problem = "";

    /** Before rendering, after {@link StaffPage#open}. */
    public void open() {
        if (step == null || step.equals(StaffPage.INVITE)) {
            return;
        }
        if (!step.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        long account = Long.parseLong(step);
        Caller caller = callers.get();
        String authority = desk.get().code();
        Optional<StaffRow> found = staff.find(caller, authority, account);
        boolean posted = request.getMethod().equals("POST");
        if (found.isEmpty() && posted) {
            leave("borta", 0);
            return;
        }
        row = found.orElseThrow(NotPermitted::new);
        form = posted ? PlaceForm.of(request) : PlaceForm.of(row.place());
        if (posted) {
            receive(caller, authority);
        }
        openReports = staff.openReports(caller, authority, account);
    }

    private void receive(Caller caller, String authority) {
        boolean removing = "remove".equals(request.getParameter("action"));
        if (!removing && (form.wanted().isEmpty() || form.isUndecided())) {
            refuse(form.isUndecided() ? "staff.categories.none" : "staff.role.missing");
            return;
        }
        StaffResult result = removing
                ? staff.remove(caller, authority, row.accountId())
                : staff.change(caller, authority, row.accountId(), form.wanted().orElseThrow(), form.only());
        if (result instanceof StaffResult.Done done) {
            leave(removing ? "borttagen" : "sparad", done.unassigned());
        } else {
            refuse(((StaffResult.Refused) result).key());
        }
    }

    private void refuse(String key) {
        problem = text.of(key);
        Faces.setResponseStatus(422);
    }

    /** Who has left by their own hand sees no list any more. */
    private void leave(String done, int unassigned) {
        boolean gone = row != null
                && row.accountId() == callers.get().accountId()
                && !callers.get().operator()
                && (done.equals("borttagen")
                        || form.wanted()
                                .filter(role -> role != row.place().role())
                                .isPresent());
        Faces.redirect(gone ? "/" : StaffPage.PATH + "?" + desk.getQuery() + "&klar=" + done + "&lediga=" + unassigned);
    }

    /** Null when the page shows something else. */
    public StaffRow getRow() {
        return row;
    }

    public PlaceForm getForm() {
        return form;
    }

    public int getOpenReports() {
        return openReports;
    }

    /** What is wrong, in words; empty when nothing is. */
    public String getProblem() {
        return problem;
    }

    public String getAction() {
        return StaffPage.PATH + "/" + step + "?" + desk.getQuery();
    }

    /** The name, or the address of who has not given one. */
    public String getName() {
        return row.name().isBlank() ? row.email() : row.name();
    }
}
