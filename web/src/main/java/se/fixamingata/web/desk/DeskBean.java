package se.fixamingata.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.omnifaces.util.Servlets;
import se.fixamingata.account.Right;
import se.fixamingata.web.security.CurrentCaller;

/** What the template {@code desk.xhtml} shows around every page of the back office. */
@Named("desk")
@RequestScoped
public class DeskBean {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    WaitingMail mail;

    private List<DeskEntry> entries;

    /** The rail, in its order: what the signed-in person may use at this desk. It stands twice on a page. */
    public List<DeskEntry> getEntries() {
        if (entries == null) {
            entries = DeskRail.entries(
                            Servlets.getRequestURI(request),
                            this::may,
                            desk.isAnywhere(),
                            desk.hasChoice() ? desk.getQuery() : "")
                    .stream()
                    .map(this::counted)
                    .toList();
        }
        return entries;
    }

    private DeskEntry counted(DeskEntry entry) {
        if (entry.key().equals(DeskRail.MAIL_KEY)) {
            return entry.with(mail.getWaiting());
        }
        return entry.key().equals(DeskRail.OPERATION_MAIL_KEY) ? entry.with(mail.getWaitingForOperator()) : entry;
    }

    /** An operator reviews the whole country, also without sitting at anybody's desk. */
    private boolean may(Right right) {
        return desk.may(right) || right == Right.MODERATE && desk.isAnywhere();
    }

    /** The name of the authority that the signed-in person works for; empty when there is none. */
    public String getAuthority() {
        return desk.getName();
    }

    /** The name of the signed-in person; empty when nobody is. */
    public String getPerson() {
        String name = caller.getName();
        return name == null ? "" : name;
    }
}
