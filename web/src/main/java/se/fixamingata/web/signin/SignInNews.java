package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What has just happened to whoever comes to the page where one signs in, as the address says. */
@Named("signInNews")
@RequestScoped
public class SignInNews {

    @Inject
    HttpServletRequest request;

    /** {@code joined}, {@code kept}, {@code erased} or {@code signed-out}; empty when nothing has. */
    public String getCode() {
        if (request.getParameter("inbjudan") != null) {
            return "kvar".equals(request.getParameter("inbjudan")) ? "kept" : "joined";
        }
        if (request.getParameter("raderat") != null) {
            return "erased";
        }
        return request.getParameter("utloggad") == null ? "" : "signed-out";
    }
}
