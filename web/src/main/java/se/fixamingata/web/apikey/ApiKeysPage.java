package se.fixamingata.web.apikey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.apikey.ApiKeyAdministration;
import se.fixamingata.apikey.ApiKeyFields;
import se.fixamingata.apikey.ApiKeyResult;
import se.fixamingata.apikey.ApiKeyView;
import se.fixamingata.apikey.Scope;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/**
 * The page {@code /handlaggning/integration/nycklar}: making and revoking keys. Stateless. A new key stands in the answer to the very
 * request that made it, which nobody keeps: reloading asks for a second key of the same name, and is refused.
 */
@Named("apiKeysPage")
@RequestScoped
public class ApiKeysPage {

    private static final String PATH = "/handlaggning/integration/nycklar";
    private static final String REVOKED = "sparrad";
    private static final int UNPROCESSABLE = 422;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    ApiKeyAdministration administration;

    @Inject
    ServiceSettings service;

    @Inject
    TextBean text;

    private ApiKeyFields typed = new ApiKeyFields("", Set.of(), false);
    private String problem;
    private String madeKey;
    private List<ApiKeyView> good = List.of();
    private List<ApiKeyView> revoked = List.of();

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        // Asked first: whoever may not read them changes nothing either.
        good = administration.good(caller, authority);
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
            good = administration.good(caller, authority);
        }
        revoked = administration.revoked(caller, authority);
    }

    private void receive(Caller caller, String authority) {
        switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
            case "make" -> make(caller, authority);
            case "revoke" -> {
                administration.revoke(caller, KeyForm.number(request));
                Faces.redirect(getAction() + "&klar=" + REVOKED);
            }
            default -> Faces.setResponseStatus(400);
        }
    }

    private void make(Caller caller, String authority) {
        typed = KeyForm.of(request);
        ApiKeyResult result = administration.make(caller, authority, typed);
        if (result instanceof ApiKeyResult.Made made) {
            madeKey = made.key();
        } else if (result instanceof ApiKeyResult.Invalid invalid) {
            problem = invalid.key();
            Faces.setResponseStatus(UNPROCESSABLE);
        }
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }

    /** What was typed into the form that was refused. */
    public String getName() {
        return problem == null ? "" : typed.name();
    }

    /** Whether that scope was ticked in the form that was refused; in a new form nothing is. */
    public boolean isTicked(Scope scope) {
        return problem != null && typed.scopes().contains(scope);
    }

    /** Finer statuses are what most systems want. */
    public boolean isExtendedTicked() {
        return problem == null || typed.extended();
    }

    /** In words; empty when there is none. */
    public String getProblem() {
        return problem == null ? "" : text.of(problem, ApiKeyFields.NAME_MAX, ApiKeyAdministration.MOST);
    }

    /** The new key, this once; empty when none was made. */
    public String getMadeKey() {
        return madeKey == null ? "" : madeKey;
    }

    /** What the new key is called. */
    public String getMadeName() {
        return typed.name();
    }

    /** Whether the request before has revoked one. */
    public boolean isDone() {
        return REVOKED.equals(request.getParameter("klar"));
    }

    public List<Scope> getScopes() {
        return List.of(Scope.values());
    }

    public List<ApiKeyView> getGood() {
        return good;
    }

    public List<ApiKeyView> getRevoked() {
        return revoked;
    }

    /** Where the system is to call. */
    public String getAddress() {
        return service.link("/open311/v2/" + desk.get().slug() + "/");
    }
}
