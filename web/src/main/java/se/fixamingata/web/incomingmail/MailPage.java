package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Right;
import se.fixamingata.incomingmail.MailDecisions;
import se.fixamingata.incomingmail.MailFolder;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.incomingmail.MailOutcome;
import se.fixamingata.incomingmail.MailQueue;
import se.fixamingata.incomingmail.MailView;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The pages {@code /handlaggning/integration/post} and {@code /drift/post}: a list, or one mail at {@code …/{id}}. */
@Named("mailPage")
@RequestScoped
public class MailPage {

    private static final String DESK = "/handlaggning/integration/post";
    private static final String OPERATION = "/drift/post";
    private static final String DONE = "klar";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    MailQueue queue;

    @Inject
    MailDecisions decisions;

    @Inject
    MailPosting posting;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private boolean operation;
    private List<MailLine> lines = List.of();
    private MailView mail;
    private MailOutcome problem;

    /** Before rendering, an authority's. */
    public void open() {
        show();
    }

    /** Before rendering, the operator's. */
    public void openAll() {
        operation = true;
        show();
    }

    private void show() {
        boolean post = request.getMethod().equals("POST");
        if (step == null) {
            if (post) {
                posting.trust(desk.get().code());
                Faces.redirect(address("klar=trust"));
                return;
            }
            lines = queue.list(callers.get(), authority(), getFolder(), number());
            return;
        }
        long id = step.matches("[1-9]\\d{0,17}") ? Long.parseLong(step) : 0;
        MailOutcome outcome = post ? posting.press(id) : null;
        if (outcome != null && outcome != MailOutcome.EMPTY && outcome != MailOutcome.NO_REPORT) {
            Faces.redirect(address(DONE + "=" + outcome.code()));
            return;
        }
        problem = outcome;
        if (problem != null) {
            Faces.setResponseStatus(422);
        }
        mail = queue.find(callers.get(), id).orElseThrow(NotPermitted::new);
    }

    private Optional<String> authority() {
        return operation ? Optional.empty() : Optional.of(desk.get().code());
    }

    private int number() {
        String number = request.getParameter("sida");
        return number != null && number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) - 1 : 0;
    }

    /** At most a page of them. */
    public List<MailLine> getLines() {
        return lines.subList(0, Math.min(lines.size(), MailQueue.PAGE));
    }

    /** Null for the list. */
    public MailView getMail() {
        return mail;
    }

    /** What has to be mended; null for nothing. */
    public MailOutcome getProblem() {
        return problem;
    }

    /** What is shown: {@code visa=automatic}. */
    public MailFolder getFolder() {
        String asked = String.valueOf(request.getParameter("visa"));
        return getFolders().stream()
                .filter(one -> code(one).equals(asked))
                .findFirst()
                .orElse(getFolders().get(0));
    }

    /** The tabs: what is nobody's is the operator's. */
    public List<MailFolder> getFolders() {
        return operation
                ? List.of(
                        MailFolder.UNKNOWN,
                        MailFolder.WAITING,
                        MailFolder.BOUNCED,
                        MailFolder.AUTOMATIC,
                        MailFolder.DONE)
                : Arrays.stream(MailFolder.values())
                        .filter(one -> one != MailFolder.UNKNOWN)
                        .toList();
    }

    /** In message keys and addresses. */
    public String code(MailFolder folder) {
        return folder.name().toLowerCase(Locale.ROOT);
    }

    public long count(MailFolder folder) {
        return queue.count(callers.get(), authority(), folder);
    }

    public String url(MailFolder folder) {
        return address("visa=" + code(folder));
    }

    public String url(MailLine line) {
        return path() + "/" + line.id() + (operation ? "" : "?" + desk.getQuery());
    }

    public String getListUrl() {
        return address("");
    }

    private String path() {
        return operation ? OPERATION : DESK;
    }

    private String address(String more) {
        String whose = operation ? "" : desk.getQuery();
        String query = whose + (whose.isEmpty() || more.isEmpty() ? "" : "&") + more;
        return path() + (query.isEmpty() ? "" : "?" + query);
    }

    public int getPage() {
        return number();
    }

    /** Empty when there is none. */
    public String getPrevious() {
        return number() == 0 ? "" : address("visa=" + code(getFolder()) + "&sida=" + number());
    }

    /** Empty when there is none. */
    public String getNext() {
        return lines.size() > MailQueue.PAGE ? address("visa=" + code(getFolder()) + "&sida=" + (number() + 2)) : "";
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
        return operation;
    }

    /** Whether this is the list of somebody who may say whether mail is trusted. */
    public boolean isAdministrator() {
        return !operation && desk.may(Right.ADMINISTER);
    }

    public boolean isTrusting() {
        return decisions.trusts(callers.get(), desk.get().code());
    }
}
