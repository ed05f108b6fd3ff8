package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.account.Right;
import se.fixamingata.incomingmail.MailDecisions;
import se.fixamingata.incomingmail.MailFolder;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.incomingmail.MailQueue;
import se.fixamingata.incomingmail.mailbox.MailboxHealth;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The list of mails, and what is chosen for all of them. */
@Named("mailList")
@RequestScoped
public class MailList {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    MailDesk place;

    @Inject
    MailQueue queue;

    @Inject
    MailDecisions decisions;

    @Inject
    MailboxHealth mailbox;

    private List<MailLine> lines = List.of();

    void read() {
        lines = queue.list(callers.get(), place.authority(), getFolder(), getPage());
    }

    /** At most a page of them. */
    public List<MailLine> getLines() {
        return lines.subList(0, Math.min(lines.size(), MailQueue.PAGE));
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
        return place.isOperation()
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
        return queue.count(callers.get(), place.authority(), folder);
    }

    public String url(MailFolder folder) {
        return place.list("visa=" + code(folder));
    }

    /** From 0. */
    public int getPage() {
        String number = request.getParameter("sida");
        return number != null && number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) - 1 : 0;
    }

    /** Empty when there is none. */
    public String getPrevious() {
        return getPage() == 0 ? "" : place.list("visa=" + code(getFolder()) + "&sida=" + getPage());
    }

    /** Empty when there is none. */
    public String getNext() {
        return lines.size() > MailQueue.PAGE
                ? place.list("visa=" + code(getFolder()) + "&sida=" + (getPage() + 2))
                : "";
    }

    /** Whether this is the list of somebody who may say whether mail is trusted. */
    public boolean isAdministrator() {
        return !place.isOperation() && desk.may(Right.ADMINISTER);
    }

    public boolean isTrusting() {
        return decisions.trusts(callers.get(), desk.get().code());
    }

    /** Whether trust is of any use: this installation finds out who a mail is from. */
    public boolean isVerifying() {
        return decisions.isVerifying();
    }

    /** For the operator, when the mailbox cannot be read; null when it can. */
    public MailboxHealth.Trouble getTrouble() {
        return Optional.of(mailbox)
                .filter(health -> place.isOperation())
                .flatMap(MailboxHealth::trouble)
                .orElse(null);
    }
}
