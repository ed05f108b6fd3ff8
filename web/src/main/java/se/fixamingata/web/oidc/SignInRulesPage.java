package se.fixamingata.web.oidc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.oidc.OidcSignIn;
import se.fixamingata.oidc.ProviderForm;
import se.fixamingata.oidc.ProviderResult;
import se.fixamingata.oidc.ProviderTrial;
import se.fixamingata.oidc.SignInAdministration;
import se.fixamingata.oidc.SignInRulesView;
import se.fixamingata.oidc.TrialResult;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/sakerhet}: how the authority's staff signs in. Stateless. */
@Named("signInRulesPage")
@RequestScoped
public class SignInRulesPage {

    private static final String PATH = "/handlaggning/sakerhet";
    private static final List<String> DONE = List.of("sparad", "leverantor");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    SignInAdministration administration;

    @Inject
    ProviderTrial trial;

    @Inject
    OidcSignIn oidc;

    @Inject
    TextBean text;

    private SignInRulesView rules;
    private ProviderForm form;
    private Map<String, String> problems = Map.of();
    private TrialResult tried;

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
        rules = administration.find(caller, authority);
        if (form == null) {
            form = new ProviderForm(rules.issuer(), rules.clientId(), "", rules.providerEnabled());
        }
    }

    private void receive(Caller caller, String authority) {
        switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
            case "second-factor" -> {
                administration.requireSecondFactor(caller, authority, request.getParameter("required") != null);
                done("sparad");
            }
            case "provider" -> {
                form = new ProviderForm(
                        request.getParameter("issuer"),
                        request.getParameter("clientId"),
                        request.getParameter("clientSecret"),
                        request.getParameter("enabled") != null);
                if (administration.changeProvider(caller, authority, form) instanceof ProviderResult.Invalid invalid) {
                    problems = invalid.problems();
                    Faces.setResponseStatus(422);
                } else {
                    done("leverantor");
                }
            }
            case "try" -> tried = trial.attempt(caller, authority);
            default -> Faces.setResponseStatus(400);
        }
    }

    private void done(String what) {
        Faces.redirect(getAction() + "&klar=" + what);
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }

    public SignInRulesView getRules() {
        return rules;
    }

    public ProviderForm getForm() {
        return form;
    }

    /** Field → message key. */
    public Map<String, String> getProblems() {
        return problems;
    }

    /** In words; empty when nothing is wrong with the field. */
    public String problem(String field) {
        return problems.containsKey(field) ? text.of(problems.get(field)) : "";
    }

    /** Null unless the button was pressed and the provider can be signed in with. */
    public TrialResult.Found getFound() {
        return tried instanceof TrialResult.Found found ? found : null;
    }

    /** What went wrong when it was tried, in words; empty when nothing did. */
    public String getFailure() {
        return tried instanceof TrialResult.Failed failed ? text.of(failed.key()) : "";
    }

    /** What the request before has saved; empty for nothing. */
    public String getDone() {
        return DONE.stream()
                .filter(one -> one.equals(request.getParameter("klar")))
                .findFirst()
                .orElse("");
    }

    /** The address to register at the provider. */
    public String getCallback() {
        return oidc.callback();
    }
}
