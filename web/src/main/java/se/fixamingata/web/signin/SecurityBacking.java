package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.signin.AccountSecurity;
import se.fixamingata.signin.SecurityResult;
import se.fixamingata.signin.SecurityView;
import se.fixamingata.signin.TotpSetup;
import se.fixamingata.signin.session.SessionDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /konto/sakerhet}: password, second factor, browsers that are signed in. */
@Named("accountSecurity")
@RequestScoped
public class SecurityBacking {

    private static final String PAGE = "/konto/sakerhet";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    AccountSecurity security;

    @Inject
    SessionDesk sessions;

    @Inject
    SessionCookies cookies;

    @Inject
    TextBean text;

    private SecurityView view;
    private SecurityResult.Invalid problem;
    private List<String> codes = List.of();

    /** Before rendering. */
    public void open() {
        if (request.getMethod().equals("POST")) {
            act(caller.get());
        }
        if (!Faces.getContext().getResponseComplete()) {
            view = security.view(caller.get());
        }
    }

    private void act(Caller who) {
        String action = request.getParameter("action");
        switch (action == null ? "" : action) {
            case "password" ->
                answer(
                        security.setPassword(who, request.getParameter("current"), request.getParameter("password")),
                        "password",
                        "?klart=losenord");
            case "prepare" -> answer(security.prepareTotp(who), "code", "?steg=app#tvasteg");
            case "enable" -> answer(security.enableTotp(who, request.getParameter("code")), "code", "?klart=pa");
            case "disable" -> answer(security.disableTotp(who, request.getParameter("proof")), "proof", "?klart=av");
            case "codes" ->
                answer(security.renewRecoveryCodes(who, request.getParameter("renew")), "renew", "?klart=koder");
            case "end" -> {
                String id = request.getParameter("session");
                if (id != null && NUMBER.matcher(id).matches()) {
                    sessions.end(who, Long.parseLong(id));
                }
                Faces.redirect(PAGE + "?klart=session#sessioner");
            }
            case "end-all" -> {
                sessions.endAll(who);
                cookies.clear(Faces.getResponse());
                Faces.redirect("/logga-in?utloggad=1");
            }
            default -> Faces.redirect(PAGE);
        }
    }

    /**
     * @param field where to say that there is a crowd
     * @param next where to go on this page when it was done
     */
    private void answer(SecurityResult result, String field, String next) {
        if (result instanceof SecurityResult.Busy) {
            problem = new SecurityResult.Invalid(field, "password.busy");
            Crowd.answer(Faces.getResponse());
        } else if (result instanceof SecurityResult.Invalid invalid) {
            problem = invalid;
            Faces.setResponseStatus(422);
        } else if (result instanceof SecurityResult.Done done) {
            done.session().ifPresent(token -> cookies.writeSession(Faces.getResponse(), token));
            codes = done.recoveryCodes();
            // Codes are shown once, in this very answer.
            if (codes.isEmpty()) {
                Faces.redirect(PAGE + next);
            }
        }
    }

    public SecurityView getView() {
        return view;
    }

    /** The message for a field; empty when it is right. */
    public String problem(String field) {
        return problem != null && problem.field().equals(field) ? text.format(problem.key(), 12) : "";
    }

    public boolean isWrong() {
        return problem != null;
    }

    /** New recovery codes; empty when there are none to show. */
    public List<String> getCodes() {
        return codes;
    }

    /** What to tell the app; null when that is not what the page is about. */
    public TotpSetup getSetup() {
        boolean asked =
                "app".equals(request.getParameter("steg")) || !problem("code").isEmpty();
        return asked ? security.preparedTotp(caller.get()).orElse(null) : null;
    }

    /** The same as a picture. */
    public String getPicture() {
        return QrPicture.svg(getSetup().uri(), text.of("sakerhet.qr"));
    }

    /** What was done: {@code losenord}, {@code pa}, {@code av} or {@code session}; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("klart");
        return done != null && List.of("losenord", "av", "session").contains(done) ? done : "";
    }

    /** Whether an authority demands a second factor of this person, who has none. */
    public boolean isDemanded() {
        return request.getParameter("krav") != null && !view.hasTotp();
    }
}
