package se.fixamingata.web.handlelink;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import se.fixamingata.handlelink.HandleLinkState;
import se.fixamingata.handlelink.HandleLinks;
import se.fixamingata.web.security.CurrentCaller;

/** How it stands with the link in the authority's mail, for a part of the report's page in the back office. */
@Named("caseLink")
@RequestScoped
public class CaseLinkBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    HandleLinks links;

    private final Map<Long, HandleLinkState> read = new HashMap<>();

    /** Null for who may not see the report. */
    public HandleLinkState state(long reportId) {
        return read.computeIfAbsent(
                reportId,
                id -> callers.find().flatMap(caller -> links.state(caller, id)).orElse(null));
    }

    /** Whether it was taken away a moment ago. */
    public boolean isJustRevoked() {
        return request.getParameter(RevokeServlet.DONE) != null;
    }
}
