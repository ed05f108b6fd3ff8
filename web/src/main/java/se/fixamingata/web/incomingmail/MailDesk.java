package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.web.desk.CurrentDesk;

/** Where mails are decided about in this request: at an authority's desk, or at the operator's. */
@RequestScoped
public class MailDesk {

    private static final String DESK = "/handlaggning/integration/post";
    private static final String OPERATION = "/drift/post";

    @Inject
    CurrentDesk desk;

    private boolean operation;

    /** It is the operator's page. */
    void isForOperator() {
        operation = true;
    }

    boolean isOperation() {
        return operation;
    }

    /** Whose; empty for the operator's own. */
    Optional<String> authority() {
        return operation ? Optional.empty() : Optional.of(desk.get().code());
    }

    /** @param id of a mail */
    String one(long id) {
        return path() + "/" + id + (operation ? "" : "?" + desk.getQuery());
    }

    /** @param more after the question mark; empty for nothing */
    String list(String more) {
        String whose = operation ? "" : desk.getQuery();
        String query = whose + (whose.isEmpty() || more.isEmpty() ? "" : "&") + more;
        return path() + (query.isEmpty() ? "" : "?" + query);
    }

    private String path() {
        return operation ? OPERATION : DESK;
    }
}
