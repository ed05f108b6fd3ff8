package se.fixamingata.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.fixamingata.signin.session.Sessions;

/** {@code /logga-ut}: ends this browser's session. A POST only, so that no foreign page's picture signs anybody out. */
@WebServlet(name = "signOut", urlPatterns = "/logga-ut")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Sessions sessions;

    @Inject
    transient SessionCookies cookies;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(sessions::end);
        cookies.clear(response);
        response.setHeader("Cache-Control", "private, no-store");
        GuardFilter.redirect(response, "/logga-in?utloggad=1");
    }
}
