package se.fixamingata.web.remoteservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.open311.client.services.RemoteService;
import se.fixamingata.open311.client.services.ServiceImport;
import se.fixamingata.open311.client.services.ServiceMapping;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/integration/tjanster}. Stateless: what is chosen is in the form, what was done in the address. */
@Named("servicesPage")
@RequestScoped
public class ServicesPage {

    private static final String PATH = "/handlaggning/integration/tjanster";
    private static final String FIELD = "k-";
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
    TextBean text;

    private ServiceMapping.View view;
    private String failure = "";

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
            case "save" -> {
                mapping.map(caller, authority, chosen());
                done(SAVED);
            }
            case "read" -> read(caller, authority);
            default -> Faces.setResponseStatus(400);
        }
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Category category : categories.all()) {
            String typed = request.getParameter(FIELD + category.code());
            if (typed != null) {
                chosen.put(category.code(), typed);
            }
        }
        return chosen;
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

    public String getUrl() {
        return view.url();
    }

    /** Null for never. */
    public Instant getReadAt() {
        return view.readAt();
    }

    /** Why their list could not be read just now, in words; empty when it could. */
    public String getFailure() {
        return failure.isEmpty() ? "" : text.of("integration.fault." + failure);
    }

    public boolean isSaved() {
        return SAVED.equals(request.getParameter("klar"));
    }

    public boolean isRead() {
        return READ.equals(request.getParameter("klar"));
    }

    public List<Category> getCategories() {
        return categories.all();
    }

    /** Those in their list, and the one that the category is, though it may have gone. */
    public List<RemoteService> services(Category category) {
        String chosen = view.mapping().get(category.code());
        return view.services().stream()
                .filter(one -> !one.gone() || one.code().equals(chosen))
                .toList();
    }

    /** Whether their list has been read and has something in it. */
    public boolean isListed() {
        return !view.services().isEmpty();
    }

    public boolean isChosen(Category category, RemoteService service) {
        return service.code().equals(view.mapping().get(category.code()));
    }

    /** As it stands in the list to choose from. */
    public String label(RemoteService service) {
        String named = service.group().isEmpty() ? service.name() : service.group() + ": " + service.name();
        return service.gone() ? text.of("tjanster.gone", named) : named;
    }
}
