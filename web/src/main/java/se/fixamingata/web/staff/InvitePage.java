package se.fixamingata.web.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.Language;
import se.fixamingata.staff.Inviting;
import se.fixamingata.staff.InvitingResult;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** Inviting people, at {@code /handlaggning/personal/bjud-in}. */
@Named("invitePage")
@RequestScoped
public class InvitePage {

    /** More characters are not read. */
    private static final int TYPED_MAX = 20_000;

    private static final int WRONG_SHOWN = 10;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    Inviting inviting;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private PlaceForm form = PlaceForm.CASEWORKER;
    private final List<Problem> problems = new ArrayList<>();

    /** Before rendering, after {@link StaffPage#open}. */
    public void open() {
        if (isShown() && request.getMethod().equals("POST")) {
            form = PlaceForm.of(request);
            receive();
        }
    }

    private void receive() {
        if (form.wanted().isEmpty()) {
            problems.add(new Problem("role-caseworker", text.of("staff.role.missing")));
        }
        if (form.isUndecided()) {
            problems.add(new Problem("categories-some", text.of("staff.categories.none")));
        }
        if (problems.isEmpty()) {
            InvitingResult result = inviting.invite(
                    callers.get(),
                    desk.get().code(),
                    getTyped(),
                    form.wanted().orElseThrow(),
                    form.only(),
                    Language.of(request.getParameter("language")));
            if (result instanceof InvitingResult.Sent sent) {
                Faces.redirect(StaffPage.PATH + "?" + desk.getQuery() + "&klar=inbjudna&antal="
                        + sent.invited().size() + "&redan=" + sent.there().size());
                return;
            }
            InvitingResult.Refused refused = (InvitingResult.Refused) result;
            String wrong = String.join(
                    ", ", refused.wrong().stream().limit(WRONG_SHOWN).toList());
            problems.add(new Problem("addresses", text.format(refused.key(), wrong, Inviting.MOST)));
        }
        Faces.setResponseStatus(422);
    }

    public boolean isShown() {
        return StaffPage.INVITE.equals(step);
    }

    public PlaceForm getForm() {
        return form;
    }

    /** The addresses as they were typed. */
    public String getTyped() {
        String typed = Objects.requireNonNullElse(request.getParameter("addresses"), "");
        return typed.length() > TYPED_MAX ? typed.substring(0, TYPED_MAX) : typed;
    }

    /** Code of the language of the mails. */
    public String getLanguage() {
        return Language.of(request.getParameter("language")).code();
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** The first thing that is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return Problem.at(field, problems);
    }

    public String getAction() {
        return StaffPage.PATH + "/" + StaffPage.INVITE + "?" + desk.getQuery();
    }
}
