package se.fixamingata.web.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.personal.PersonHoldings;
import se.fixamingata.personal.PersonOnRequest;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/**
 * The page {@code /drift/person}: looks up an address, then erases whoever has it. The address is posted both times, so that it stands in
 * no URL and no log of a server. What was typed comes back with what is wrong with it.
 */
@Named("personPage")
@RequestScoped
public class PersonPage {

    private static final String PATH = "/drift/person";
    private static final int TYPED_MAX = 300;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    PersonOnRequest people;

    @Inject
    TextBean text;

    private PersonHoldings found;
    private String problem = "";

    /** Before rendering. */
    public void open() {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        if (asked("action").equals("erase")) {
            problem = people.erase(callers.get(), getEmail(), getReference());
            if (problem.isEmpty()) {
                Faces.redirect(PATH + "?klar=1");
                return;
            }
        }
        found = people.holdings(callers.get(), getEmail()).orElse(null);
        if (found == null) {
            problem = "person.email-wrong";
        }
        if (!problem.isEmpty()) {
            Faces.setResponseStatus(422);
        }
    }

    private String asked(String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > TYPED_MAX ? value.substring(0, TYPED_MAX) : value;
    }

    /** What there is; null before anybody was looked up. */
    public PersonHoldings getFound() {
        return found;
    }

    /** Whether nothing but an operator's decision stands in the way. */
    public boolean isErasable() {
        return found != null && !found.isEmpty() && !found.staff() && found.held() == 0;
    }

    /** Why nothing can be erased, in words; empty when it can. */
    public String getObstacle() {
        if (found == null || isErasable()) {
            return "";
        }
        if (found.isEmpty()) {
            return text.of("person.nothing");
        }
        return text.of(found.staff() ? "person.staff" : "person.held");
    }

    /** What was typed. */
    public String getEmail() {
        return asked("epost");
    }

    /** As {@link #getEmail}. */
    public String getReference() {
        return asked("referens");
    }

    /** In words; empty when there is none. */
    public String getProblem() {
        return problem.isEmpty() ? "" : text.of(problem);
    }

    /** The field that has to be mended. */
    public String getField() {
        return problem.equals("person.reference-missing") ? "referens" : "epost";
    }

    public boolean isDone() {
        return !asked("klar").isEmpty();
    }
}
