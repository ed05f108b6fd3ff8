package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.incomingmail.MailOutcome;
import se.fixamingata.incomingmail.MailQueue;
import se.fixamingata.incomingmail.MailState;
import se.fixamingata.incomingmail.MailView;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The pages {@code /handlaggning/integration/post} and {@code /drift/post}: a list, or one mail at {@code …/{id}}. */
@Named("mailPage")
@RequestScoped
public class MailPage {

    private static final String DONE = "klar";
    private static final Set<MailOutcome> TO_MEND =
            EnumSet.of(MailOutcome.EMPTY, MailOutcome.NO_REPORT, MailOutcome.NO_REASON);

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    MailDesk place;

    @Inject
    MailList list;

    @Inject
    MailQueue queue;

    @Inject
    MailPosting posting;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private MailView mail;
    private MailOutcome problem;
    private int flood = -1;

    /** Before rendering, an authority's. */
    public void open() {
        show();
    }

    /** Before rendering, the operator's. */
    public void openAll() {
        place.isForOperator();
        show();
    }

    private void show() {
        boolean post = request.getMethod().equals("POST");
        if (step == null) {
            if (post) {
                posting.trust(desk.get().code());
                Faces.redirect(place.list(DONE + "=trust"));
            } else {
                list.read();
            }
            return;
        }
        long id = step.matches("[1-9]\\d{0,17}") ? Long.parseLong(step) : 0;
        problem = post ? posting.press(id) : null;
        if (problem != null && !TO_MEND.contains(problem)) {
            Faces.redirect(place.list(DONE + "=" + problem.code()));
            return;
        }
        if (problem != null) {
            Faces.setResponseStatus(422);
        }
        mail = queue.find(callers.get(), id).orElseThrow(NotPermitted::new);
    }

    /** Null for the list. */
    public MailView getMail() {
        return mail;
    }

    /** What has to be mended; null for nothing. */
    public MailOutcome getProblem() {
        return problem;
    }

    /** Id of the field that has to be mended. */
    public String getProblemField() {
        if (problem == MailOutcome.NO_REASON) {
            return "reason";
        }
        return problem == MailOutcome.NO_REPORT && place.isOperation() ? "report" : "text";
    }

    /** How many mails of the sender wait, when there are others than this; else 0. */
    public int getFlood() {
        if (flood < 0) {
            boolean waits =
                    mail.line().state() == MailState.WAITING || mail.line().state() == MailState.UNKNOWN;
            int all = waits ? queue.countFrom(callers.get(), place.authority(), mail.line()) : 0;
            flood = all > 1 ? all : 0;
        }
        return flood;
    }

    public String url(MailLine line) {
        return place.one(line.id());
    }

    public String getListUrl() {
        return place.list("");
    }

    /** What was done a moment ago, for a message key; empty for nothing. */
    public String getDone() {
        String done = request.getParameter(DONE);
        boolean known = "trust".equals(done)
                || Arrays.stream(MailOutcome.values())
                        .anyMatch(one -> one.code().equals(done));
        return known ? done : "";
    }

    public boolean isOperation() {
        return place.isOperation();
    }
}
