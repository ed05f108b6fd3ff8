package se.fixamingata.web.personal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.personal.AccountErasure;
import se.fixamingata.personal.ErasureOutlook;
import se.fixamingata.personal.ErasureResult;
import se.fixamingata.personal.PersonalDetails;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.signin.Crowd;
import se.fixamingata.web.signin.SessionCookies;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The page {@code /konto/uppgifter}: what is stored about me; change it, take it along, have it erased. */
@Named("personalDetails")
@RequestScoped
public class DetailsBacking {

    private static final String PAGE = "/konto/uppgifter";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    PersonalDetails details;

    @Inject
    AccountErasure erasure;

    @Inject
    SessionCookies cookies;

    @Inject
    Names names;

    @Inject
    TextBean text;

    private PersonalDetails.Details stored;
    private ErasureOutlook outlook;
    private List<FieldProblem> problems = List.of();
    private String refusal = "";

    /** Before rendering. */
    public void open() {
        Caller who = caller.get();
        if (request.getMethod().equals("POST")) {
            act(who);
        }
        if (!Faces.getContext().getResponseComplete()) {
            stored = details.read(who);
            outlook = erasure.outlook(who);
        }
    }

    private void act(Caller who) {
        if ("erase".equals(request.getParameter("action"))) {
            erase(who);
            return;
        }
        problems = details.change(
                who, request.getParameter("name"), request.getParameter("phone"), request.getParameter("language"));
        if (problems.isEmpty()) {
            Faces.redirect(PAGE + "?sparat=1");
        } else {
            Faces.setResponseStatus(422);
        }
    }

    private void erase(Caller who) {
        ErasureResult result = erasure.erase(who, request.getParameter("proof"));
        if (result == ErasureResult.ERASED) {
            cookies.clear(Faces.getResponse());
            Faces.redirect("/logga-in?raderat=1");
            return;
        }
        if (result == ErasureResult.BUSY) {
            refusal = "password.busy";
            Crowd.answer(Faces.getResponse());
            return;
        }
        boolean byPassword = erasure.outlook(who).byPassword();
        refusal = result == ErasureResult.LOCKED
                ? "security.locked"
                : byPassword ? "uppgifter.erase.wrong-password" : "uppgifter.erase.wrong-word";
        Faces.setResponseStatus(422);
    }

    public PersonalDetails.Details getStored() {
        return stored;
    }

    public ErasureOutlook getOutlook() {
        return outlook;
    }

    /** What stands in a field: as typed, else as stored. */
    public String value(String field) {
        String typed = problems.isEmpty() ? null : request.getParameter(field);
        return typed != null ? typed : field.equals("name") ? stored.name() : stored.phone();
    }

    /** The message for a field; empty when it is right. */
    public String problem(String field) {
        return problems.stream()
                .filter(one -> one.field().equals(field))
                .map(one -> text.format(one.key(), one.arguments()))
                .findFirst()
                .orElse("");
    }

    /** Why nothing was erased; empty when that was not asked for. */
    public String getRefusal() {
        return refusal.isEmpty() ? "" : text.of(refusal);
    }

    public boolean isWrong() {
        return !problems.isEmpty() || !refusal.isEmpty();
    }

    public boolean isSaved() {
        return request.getParameter("sparat") != null;
    }

    /** Who would be without an administrator, in words; empty when nobody would. */
    public String getOrphans() {
        return outlook.lastAdministratorOf().stream().map(names::authority).collect(Collectors.joining(", "));
    }
}
