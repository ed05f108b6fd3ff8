package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.SignIn;
import se.fixamingata.signin.SignInResult;

/** The page {@code /logga-in/kod}: the code of the app, or one of the recovery codes. */
@Named("signInCode")
@RequestScoped
public class SignInCodeBacking {

    /** The path parameter of the page. */
    static final String STEP = "kod";

    @Inject
    HttpServletRequest request;

    @Inject
    SignIn signIn;

    @Inject
    SignInDoor door;

    @Inject
    SessionCookies cookies;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private String problem = "";

    /** Before rendering. Who has not shown the first half begins at the beginning. */
    public void open() {
        if (!STEP.equals(step)) {
            return;
        }
        Optional<SecretToken> half = cookies.step(request);
        if (half.isEmpty()) {
            Faces.redirect(LocalTarget.signIn(getTarget()));
        } else if (request.getMethod().equals("POST")) {
            show(half.get());
        }
    }

    private void show(SecretToken half) {
        SignInResult result =
                signIn.withCode(half, request.getParameter("code"), Browsers.name(request.getHeader("User-Agent")));
        if (door.enter(request, Faces.getResponse(), result, getTarget())) {
            Faces.getContext().responseComplete();
            return;
        }
        if (result instanceof SignInResult.Expired) {
            cookies.clearStep(Faces.getResponse());
            problem = "expired";
        } else {
            problem = "wrong";
        }
        Faces.setResponseStatus(422);
    }

    /** {@code wrong} or {@code expired}; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    /** Where to go afterwards; null for the usual place. */
    public String getTarget() {
        return LocalTarget.parse(request.getParameter("till")).orElse(null);
    }
}
