package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.signin.SignIn;
import se.fixamingata.signin.SignInResult;
import se.fixamingata.signin.Visitor;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /logga-in}: address and password. */
@Named("signIn")
@RequestScoped
public class SignInBacking {

    private static final String DONE = "klar";

    @Inject
    HttpServletRequest request;

    @Inject
    SignIn signIn;

    @Inject
    SignInDoor door;

    @Inject
    CurrentCaller caller;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private String problem = "";

    /** Before rendering. */
    public void open() {
        if (step != null && !isDone()) {
            Faces.responseSendError(404, "No such step");
            return;
        }
        Faces.getResponse().setHeader("Cache-Control", "private, no-store");
        if (request.getMethod().equals("POST")) {
            answer(signIn.withPassword(
                    request.getParameter("email"),
                    request.getParameter("password"),
                    new Visitor(Browsers.name(request.getHeader("User-Agent")), isRemember())));
        } else if (caller.isSignedIn() && !isDone()) {
            Faces.redirect(door.target(request, caller.get()));
        }
    }

    private void answer(SignInResult result) {
        HttpServletResponse response = Faces.getResponse();
        if (door.enter(request, response, result)) {
            Faces.getContext().responseComplete();
        } else if (result instanceof SignInResult.Busy) {
            problem = "busy";
            Faces.setResponseStatus(503);
        } else {
            problem = "wrong";
            Faces.setResponseStatus(422);
        }
    }

    /** {@code wrong} or {@code busy}; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    /** The address as it was typed. */
    public String getEmail() {
        String typed = request.getParameter("email");
        return typed == null ? "" : typed;
    }

    public boolean isRemember() {
        return request.getParameter("remember") != null;
    }

    /** Where to go afterwards; null for the usual place. */
    public String getTarget() {
        return LocalTarget.parse(request.getParameter("till")).orElse(null);
    }

    /** Whether to say why the reader is here instead of where they wanted to go. */
    public boolean isAnnouncing() {
        return problem.isEmpty() && getTarget() != null && !getTarget().startsWith("/logga-in");
    }

    /** Whether somebody has signed in beside a page that waits to be sent again. */
    public boolean isDone() {
        return DONE.equals(step);
    }

    public boolean isSignedOut() {
        return request.getParameter("utloggad") != null;
    }
}
