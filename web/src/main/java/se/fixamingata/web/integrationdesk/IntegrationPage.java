package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integrationdesk.DeliveryDesk;
import se.fixamingata.integrationdesk.FaultGroup;
import se.fixamingata.integrationdesk.IntegrationDesk;
import se.fixamingata.integrationdesk.IntegrationView;
import se.fixamingata.integrationdesk.QueuedDelivery;
import se.fixamingata.integrationdesk.settings.IntegrationAdministration;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /handlaggning/integration}: how reports reach the authority, and what has not. Stateless. */
@Named("integrationPage")
@RequestScoped
public class IntegrationPage {

    static final String PATH = "/handlaggning/integration";

    private static final List<String> DONE = List.of(
            "pausad",
            "oppen",
            "sparad",
            "skickad",
            "alla",
            "hanterad",
            "kommentar-skickad",
            "kommentar-hanterad",
            "fel",
            "gick-inte");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    IntegrationDesk reading;

    @Inject
    IntegrationAdministration administration;

    @Inject
    DeliveryDesk doing;

    @Inject
    WayPage settings;

    private IntegrationView view;
    private List<QueuedDelivery> queue = List.of();
    private List<FaultGroup> faults = List.of();

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        view = reading.find(caller, authority);
        settings.open(view);
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
        queue = reading.queue(caller, authority);
        faults = reading.faults(caller, authority);
    }

    private void receive(Caller caller, String authority) {
        switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
            case "pause" -> {
                administration.pause(caller, authority);
                done("pausad");
            }
            case "resume" -> {
                administration.resume(caller, authority);
                done("oppen");
            }
            case "way" -> {
                if (settings.receive(caller, authority)) {
                    done("sparad");
                }
            }
            case "again" -> done(doing.sendAgain(caller, authority, number("id")) ? "skickad" : "gick-inte");
            case "handled" -> done(doing.handled(caller, authority, number("id")) ? "hanterad" : "gick-inte");
            case "all-again" -> done(doing.sendAllAgain(caller, authority) > 0 ? "alla" : "gick-inte");
            case "faults" -> {
                doing.faultsHandled(caller, authority, kind(), request.getParameter("reason"), number("id"));
                done("fel");
            }
            case "update-again", "update-handled" -> {
                // For IntegrationUpdates, on the same page.
            }
            default -> Faces.setResponseStatus(400);
        }
    }

    private long number(String name) {
        String typed = request.getParameter(name);
        if (typed == null || !typed.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        return Long.parseLong(typed);
    }

    private FaultAction kind() {
        return Arrays.stream(FaultAction.values())
                .filter(one -> one.name().equals(request.getParameter("kind")))
                .findFirst()
                .filter(one -> request.getParameter("reason") != null)
                .orElseThrow(NotPermitted::new);
    }

    private void done(String what) {
        Faces.redirect(getAction() + "&klar=" + what);
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }

    public IntegrationView getView() {
        return view;
    }

    public List<QueuedDelivery> getQueue() {
        return queue;
    }

    public List<FaultGroup> getFaults() {
        return faults;
    }

    /** What the request before has done; empty for nothing. */
    public String getDone() {
        String done = request.getParameter("klar");
        return done != null && DONE.contains(done) ? done : "";
    }
}
