package se.fixamingata.web.remoteservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.open311.client.services.ServiceImport;
import se.fixamingata.open311.client.services.ServiceMapping;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.integrationdesk.IntegrationWords;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /handlaggning/integration/tjanster}. Stateless: what is chosen is in the form, what was done in the address. */
@Named("servicesPage")
@RequestScoped
public class ServicesPage {

    private static final String PATH = "/handlaggning/integration/tjanster";
    private static final String FIELD = "k-";
    private static final String SEEN = "was-";
    private static final int CONFLICT = 409;
    private static final String SAVED = "sparad";
    private static final String READ = "inlast";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    ServiceMapping mapping;

    @Inject
    Categories categories;

    @Inject
    IntegrationWords words;

    private ServiceMapping.View view;
    private String failure = "";
    private Map<String, String> typed = Map.of();
    private Set<String> conflicts = Set.of();

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        // Asked first: whoever may not read them changes nothing either.
        view = mapping.view(caller, authority).orElse(null);
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
    }

    private void receive(Caller caller, String authority) {
        switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
            case "save" -> save(caller, authority);
            case "read" -> read(caller, authority);
            default -> Faces.setResponseStatus(400);
        }
    }

    private void save(Caller caller, String authority) {
        typed = typed(FIELD);
        conflicts = mapping.map(caller, authority, typed, typed(SEEN)).conflicts();
        if (conflicts.isEmpty()) {
            done(SAVED);
        } else {
            view = mapping.view(caller, authority).orElse(null);
            Faces.setResponseStatus(CONFLICT);
        }
    }

    private Map<String, String> typed(String field) {
        return categories.all().stream()
                .map(Category::code)
                .filter(code -> request.getParameter(field + code) != null)
                .collect(Collectors.toMap(code -> code, code -> request.getParameter(field + code)));
    }

    private void read(Caller caller, String authority) {
        ServiceImport.Result result = mapping.read(caller, authority).orElse(null);
        if (result == null || result.isGood()) {
            done(READ);
            return;
        }
        failure = result.reason();
        Faces.setResponseStatus(502);
    }

    private void done(String what) {
        Faces.redirect(getAction() + "&klar=" + what);
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }

    /** Whether the authority has a server of its own at all. */
    public boolean isConnected() {
        return view != null;
    }

    /** Only where there is a server. */
    public ServiceMapping.View getView() {
        return view;
    }

    /** Why their list could not be read just now, in words; empty when it could. */
    public String getFailure() {
        return words.reason(failure);
    }

    /** What the request before has done: {@code sparad}, {@code inlast}; empty for nothing. */
    public String getDone() {
        String done = request.getParameter("klar");
        return SAVED.equals(done) || READ.equals(done) ? done : "";
    }

    public List<Category> getCategories() {
        return categories.all();
    }

    /** Those for which somebody else has chosen something else meanwhile. */
    public Set<String> getConflicts() {
        return conflicts;
    }

    /** What was chosen in the form that was refused: codes of services by codes of categories; empty in a new form. */
    Map<String, String> typed() {
        return typed;
    }
}
