package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.integrationdesk.QueuedUpdate;
import se.fixamingata.integrationdesk.UpdateDesk;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** On {@code /handlaggning/integration}: residents' words that have not reached the authority's server. Stateless. */
@Named("integrationUpdates")
@RequestScoped
public class IntegrationUpdates {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    UpdateDesk updates;

    private List<QueuedUpdate> queue = List.of();

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        if (request.getMethod().equals("POST")) {
            switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
                case "update-again" ->
                    done(updates.sendAgain(caller, authority, number()) ? "kommentar-skickad" : "gick-inte");
                case "update-handled" ->
                    done(updates.handled(caller, authority, number()) ? "kommentar-hanterad" : "gick-inte");
                default -> {
                    // The page's own.
                }
            }
        }
        queue = updates.queue(caller, authority);
    }

    private long number() {
        String typed = request.getParameter("id");
        if (typed == null || !typed.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        return Long.parseLong(typed);
    }

    private void done(String what) {
        Faces.redirect(IntegrationPage.PATH + "?" + desk.getQuery() + "&klar=" + what);
    }

    public List<QueuedUpdate> getQueue() {
        return queue;
    }
}
