package se.fixamingata.web.handlelink;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.handlelink.HandleLinks;
import se.fixamingata.web.handling.CaseAddress;
import se.fixamingata.web.security.CurrentCaller;

/** {@code POST /handlaggning/lank} with {@code report}: makes the links in that report's mails worthless. */
@WebServlet("/handlaggning/lank")
public class RevokeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The parameter that tells the page so. */
    static final String DONE = "lank";

    @Inject
    transient CurrentCaller callers;

    @Inject
    transient HandleLinks links;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String report = request.getParameter("report");
        if (report == null || !report.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        String page = "/handlaggning/rapport/" + report + "?";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        try {
            links.revoke(callers.get(), Long.parseLong(report));
            response.setHeader("Location", page + DONE + "=borta#lank");
        } catch (NotPermitted refused) {
            // The page says whose the report is by now, or that there is none.
            String version = request.getParameter("version");
            if (version == null || !version.matches("\\d{1,9}")) {
                throw refused;
            }
            response.setHeader("Location", page + CaseAddress.LEFT_AT + "=" + version);
        }
    }
}
