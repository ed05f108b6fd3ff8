package se.fixamingata.web.integrationdesk;

import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.integrationdesk.settings.ServerForm;

/** Reads a server's settings out of a form as they were typed. */
final class ServerFormReading {

    private ServerFormReading() {}

    static ServerForm of(HttpServletRequest request) {
        return new ServerForm(
                request.getParameter("url"),
                request.getParameter("jurisdiction"),
                request.getParameter("format"),
                request.getParameter("attributeStyle"),
                request.getParameter("extendedStatuses") != null,
                request.getParameter("closedMeans"),
                request.getParameter("updates"),
                request.getParameter("sendsUpdates") != null,
                request.getParameter("timeZone"),
                request.getParameter("ownIdAttribute"),
                request.getParameter("key"),
                request.getParameter("withoutKey") != null,
                request.getParameter("seen"));
    }
}
