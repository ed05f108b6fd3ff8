package se.fixamingata.web.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.omnifaces.util.Faces;
import se.fixamingata.subscription.LetterChoice;
import se.fixamingata.web.security.CurrentCaller;

/** The letter of the month on {@code /konto/prenumerationer}, which only administrators get. */
@Named("letters")
@RequestScoped
public class LettersBacking {

    static final String STOP = "inget-brev";
    static final String RESUME = "brev";

    private static final String PAGE = "/konto/prenumerationer";
    private static final Set<String> SAID = Set.of(STOP, RESUME);

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    LetterChoice choice;

    /** Before rendering; answers the button of the letter's own form, and leaves all others to the list. */
    public void open() {
        String action = request.getParameter("action");
        if (request.getMethod().equals("POST") && action != null && SAID.contains(action)) {
            choice.choose(caller.get(), action.equals(RESUME));
            Faces.redirect(PAGE + "?klart=" + action);
        }
    }

    public boolean isOffered() {
        return choice.isOffered(caller.get());
    }

    public boolean isWanted() {
        return choice.isWanted(caller.get());
    }

    /** What the button asks for: the opposite of how it is. */
    public String getAction() {
        return isWanted() ? STOP : RESUME;
    }

    /** What was done just now; empty for nothing. */
    public String getDone() {
        String said = request.getParameter("klart");
        return said != null && SAID.contains(said) ? said : "";
    }
}
