package se.fixamingata.web.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Right;
import se.fixamingata.account.Role;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.signin.Invitation;
import se.fixamingata.signin.InvitationState;
import se.fixamingata.staff.Inviting;
import se.fixamingata.staff.Staff;
import se.fixamingata.staff.StaffRow;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The list at {@code /handlaggning/personal}: who works there and who is invited. One of them is {@link MemberPage}'s. */
@Named("staffPage")
@RequestScoped
public class StaffPage {

    static final String PATH = "/handlaggning/personal";
    static final String INVITE = "bjud-in";

    private static final Set<String> DONE =
            Set.of("sparad", "borttagen", "borta", "inbjudna", "skickad", "aterkallad", "gick-inte");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    Staff staff;

    @Inject
    Inviting inviting;

    @Inject
    Categories categories;

    @Inject
    Clock clock;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private List<StaffRow> list = List.of();
    private List<Invitation> invitations = List.of();

    /** Before rendering. */
    public void open() {
        desk.require(Right.ADMINISTER);
        if (step != null) {
            return;
        }
        if (request.getMethod().equals("POST")) {
            receive();
            return;
        }
        list = staff.list(callers.get(), desk.get().code());
        invitations = inviting.open(callers.get(), desk.get().code());
    }

    private void receive() {
        String number = request.getParameter("invitation");
        if (number == null || !number.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        boolean again = "again".equals(request.getParameter("action"));
        String authority = desk.get().code();
        long id = Long.parseLong(number);
        boolean done = again
                ? inviting.sendAgain(callers.get(), authority, id)
                : inviting.withdraw(callers.get(), authority, id);
        Faces.redirect(listPath() + "&klar=" + (!done ? "gick-inte" : again ? "skickad" : "aterkallad"));
    }

    private String listPath() {
        return PATH + "?" + desk.getQuery();
    }

    public String getListPath() {
        return listPath();
    }

    public String getInvitePath() {
        return PATH + "/" + INVITE + "?" + desk.getQuery();
    }

    public String memberPath(long accountId) {
        return PATH + "/" + accountId + "?" + desk.getQuery();
    }

    public boolean isListShown() {
        return step == null;
    }

    public List<StaffRow> getList() {
        return list;
    }

    public List<Invitation> getInvitations() {
        return invitations;
    }

    public boolean isExpired(Invitation invitation) {
        return invitation.state(clock.instant()) == InvitationState.EXPIRED;
    }

    public boolean isSelf(StaffRow row) {
        return row.accountId() == callers.get().accountId();
    }

    /** What was done by the request before; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("klar");
        return done != null && DONE.contains(done) ? done : "";
    }

    /** A number that goes with it; 0 for none. */
    public int count(String name) {
        String number = request.getParameter(name);
        return number != null && number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public List<Category> getCategories() {
        return categories.all();
    }
}
