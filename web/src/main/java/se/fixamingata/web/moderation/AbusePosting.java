package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.moderation.AbuseReason;
import se.fixamingata.moderation.AbuseReporter;
import se.fixamingata.moderation.AbuseReporters;
import se.fixamingata.moderation.AbuseReporting;
import se.fixamingata.moderation.AbuseResult;
import se.fixamingata.moderation.Subject;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.web.security.ClientNetwork;
import se.fixamingata.web.security.Cookies;
import se.fixamingata.web.security.CsrfToken;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.PublicAddress;

/** Takes what somebody says about something that should not stand there, and tells one person from another. */
@RequestScoped
public class AbusePosting {

    @Inject
    HttpServletRequest request;

    @Inject
    AbuseReporting reporting;

    @Inject
    AbuseReporters people;

    @Inject
    CurrentCaller caller;

    @Inject
    ClientNetwork network;

    @Inject
    PublicAddress address;

    AbuseResult receive(Subject subject) {
        AbuseReason reason = AbuseReason.find(request.getParameter("reason")).orElse(null);
        AbuseReporter person = who();
        return Conflicts.retry(() -> reporting.report(subject, reason, request.getParameter("text"), person));
    }

    private AbuseReporter who() {
        // Every form of ours comes with this cookie, which the browser alone knows.
        String browser = Cookies.value(request, address.cookieName(CsrfToken.NAME));
        return people.recognise(caller.find(), browser, network.of(request));
    }
}
