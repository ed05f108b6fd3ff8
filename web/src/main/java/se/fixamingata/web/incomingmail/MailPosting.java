package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.incomingmail.MailDecisions;
import se.fixamingata.incomingmail.MailOutcome;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.security.CurrentCaller;

/** What the buttons beside a mail do; each is one call. */
@RequestScoped
public class MailPosting {

    private static final String NUMBER = "#?[1-9]\\d{0,17}";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    MailDesk place;

    @Inject
    MailDecisions decisions;

    /** @throws NotPermitted also when there is no such button */
    MailOutcome press(long id) {
        String verb = request.getParameter("action");
        return switch (verb == null ? "" : verb) {
            case "approve" ->
                decisions.approve(
                        callers.get(),
                        id,
                        request.getParameter("text"),
                        ReportStatus.find(String.valueOf(request.getParameter("status")))
                                .orElse(null));
            case "refuse-sender" -> decisions.refuseSender(callers.get(), place.authority(), id);
            case "refuse" -> decisions.refuse(callers.get(), id, request.getParameter("reason"));
            case "handled" -> decisions.handled(callers.get(), id);
            case "attach" -> attach(id);
            default -> throw new NotPermitted();
        };
    }

    private MailOutcome attach(long id) {
        String number = String.valueOf(request.getParameter("report")).strip();
        return number.matches(NUMBER)
                ? decisions.attach(callers.get(), id, Long.parseLong(number.replace("#", "")))
                : MailOutcome.NO_REPORT;
    }

    /** The administrator's own choice. */
    void trust(String authorityCode) {
        decisions.trust(callers.get(), authorityCode, "1".equals(request.getParameter("trust")));
    }
}
