package se.fixamingata.web.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.oidc.OidcProblem;
import se.fixamingata.oidc.OidcResult;
import se.fixamingata.oidc.OidcSignIn;
import se.fixamingata.oidc.OidcStart;
import se.fixamingata.oidc.ProviderAnswer;
import se.fixamingata.web.signin.Browsers;
import se.fixamingata.web.signin.LocalTarget;
import se.fixamingata.web.signin.SignInDoor;

/**
 * {@code /logga-in/oidc/forshaga} sends the browser to that authority's provider, and {@code /logga-in/oidc/svar} takes it back. Whoever
 * is not signed in then reads why, and what to do.
 */
@WebServlet(name = "oidc", urlPatterns = "/logga-in/oidc/*")
public class OidcServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ANSWER = "/svar";
    private static final String REFUSED = "/fel";

    /** Longer values are none that a provider sends, and are not looked at. */
    private static final int VALUE_MAX = 4096;

    @Inject
    transient OidcSignIn oidc;

    @Inject
    transient Authorities authorities;

    @Inject
    transient AttemptCookie cookie;

    @Inject
    transient SignInDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "private, no-store");
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (path.equals("/")) {
            redirect(response, "/logga-in");
        } else if (path.equals(ANSWER)) {
            finish(request, response);
        } else if (path.equals(REFUSED)) {
            OidcProblem problem = Arrays.stream(OidcProblem.values())
                    .filter(one -> one.code().equals(request.getParameter("vad")))
                    .findFirst()
                    .orElse(OidcProblem.OFF);
            String authority = authorities
                    .bySlugOrCode(request.getParameter("kommun"))
                    .map(Authority::code)
                    .orElse(null);
            refuse(problem, authority, request, response);
        } else {
            begin(path.substring(1), request, response);
        }
    }

    private void begin(String slug, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Authority> authority = authorities.bySlugOrCode(slug);
        if (authority.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String target = LocalTarget.parse(request.getParameter("till")).orElse(null);
        OidcStart start = oidc.begin(authority.get().code(), target);
        if (start instanceof OidcStart.Go go) {
            cookie.write(response, go.attempt());
            redirect(response, go.provider().toString());
        } else {
            refuse(((OidcStart.Refused) start).problem(), authority.get().code(), request, response);
        }
    }

    private void finish(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String attempt = cookie.read(request);
        cookie.clear(response);
        // The address holds the code: it goes nowhere.
        response.setHeader("Referrer-Policy", "no-referrer");
        ProviderAnswer answer = new ProviderAnswer(
                value(request, "state"), value(request, "code"), value(request, "error"), value(request, "iss"));
        OidcResult result = oidc.finish(attempt, answer, Browsers.name(request.getHeader("User-Agent")));
        if (result instanceof OidcResult.Welcome welcome) {
            String target = LocalTarget.parse(welcome.target()).orElse(null);
            if (!door.enter(request, response, welcome.result(), target)) {
                tell(OidcProblem.NO_PLACE, null, response);
            }
        } else {
            OidcResult.Refused refused = (OidcResult.Refused) result;
            tell(refused.problem(), refused.authorityCode(), response);
        }
    }

    /** At an address of its own: this one holds what the provider has sent, which belongs in no page and no history. */
    private void tell(OidcProblem problem, String authorityCode, HttpServletResponse response) {
        String whose = authorities
                .find(authorityCode)
                .map(one -> "&kommun=" + one.slug())
                .orElse("");
        redirect(response, "/logga-in/oidc" + REFUSED + "?vad=" + problem.code() + whose);
    }

    /** One value, once; null for anything else. */
    private static String value(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 || values[0].length() > VALUE_MAX ? null : values[0];
    }

    private static void refuse(
            OidcProblem problem, String authorityCode, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(RefusedBacking.status(problem));
        request.setAttribute(RefusedBacking.PROBLEM, problem);
        request.setAttribute(RefusedBacking.AUTHORITY, authorityCode);
        request.getRequestDispatcher("/WEB-INF/errorpages/oidc.xhtml").forward(request, response);
    }

    private static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
