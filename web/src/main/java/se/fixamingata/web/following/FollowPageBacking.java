package se.fixamingata.web.following;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.following.FollowResult;
import se.fixamingata.following.Following;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.ReportView;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/** The page {@code /prenumerera/{id}}: takes what the box on the report's page posts, and shows it again when something is to be mended. */
@Named("followPage")
@RequestScoped
public class FollowPageBacking {

    /** As on the report's own page. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    @Inject
    Following following;

    @Inject
    ReportPages reports;

    @Inject
    @Param(pathIndex = 0)
    String number;

    private ReportView report;
    private String problem = "";

    /** Whether the address names a report; without one the page is about areas. */
    public boolean isNumbered() {
        return number != null;
    }

    /** Before rendering. */
    public void open() {
        Faces.getResponse().setHeader("Cache-Control", "private, no-store");
        report = number != null && NUMBER.matcher(number).matches()
                ? reports.find(Long.parseLong(number)).orElse(null)
                : null;
        if (report == null) {
            Faces.responseSendError(404, "No such report");
        } else if (request.getMethod().equals("POST")) {
            act(caller.find());
        }
    }

    private void act(Optional<Caller> person) {
        if ("sluta".equals(request.getParameter("action"))) {
            person.ifPresent(one -> Conflicts.retry(() -> following.unfollow(one, report.id())));
            back(person.isPresent() ? "nej" : "");
            return;
        }
        try {
            tell(person.map(one -> Conflicts.retry(() -> following.follow(one, report.id())))
                    .orElseGet(() -> Conflicts.retry(() -> following.follow(getTyped(), language.get(), report.id()))));
        } catch (Conflicts.Busy busy) {
            problem = text.of("form.busy");
            Faces.setResponseStatus(503);
        }
    }

    private void tell(FollowResult result) {
        if (result instanceof FollowResult.Following) {
            back("ja");
        } else if (result instanceof FollowResult.MailSent) {
            back("mejl");
        } else if (result instanceof FollowResult.InvalidAddress invalid) {
            problem = text.format(invalid.problem().key(), invalid.problem().arguments());
            Faces.setResponseStatus(422);
        } else if (result instanceof FollowResult.TooMany many) {
            problem = text.of("folja.many", many.minutes());
            Faces.setResponseStatus(429);
        } else {
            Faces.responseSendError(404, "No such report");
        }
    }

    private void back(String news) {
        String said = news.isEmpty() ? "" : "?" + FollowBacking.NEWS + "=" + news;
        Faces.redirect("/rapport/" + report.id() + said + "#folj");
    }

    public ReportView getReport() {
        return report;
    }

    /** Why nothing was done; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    /** The address as it was typed, right or wrong. */
    public String getTyped() {
        String typed = request.getParameter("email");
        return typed == null ? "" : typed;
    }
}
