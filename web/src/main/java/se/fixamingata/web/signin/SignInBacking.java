package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.signin.SignIn;
import se.fixamingata.signin.SignInLinks;
import se.fixamingata.signin.SignInResult;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;

/** The page {@code /logga-in}: address and password, or a link by mail. */
@Named("signIn")
@RequestScoped
public class SignInBacking {

    private static final String SENT = "skickat";
    private static final String DONE = "klar";

    @Inject
    HttpServletRequest request;

    @Inject
    SignIn signIn;

    @Inject
    SignInLinks links;

    @Inject
    SignInDoor door;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentLanguage language;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private String problem = "";

    /** Before rendering; the other steps of signing in have backings of their own. */
    public void open() {
        Faces.getResponse().setHeader("Cache-Control", "private, no-store");
        if (!isForm()) {
            return;
        }
        if (!request.getMethod().equals("POST")) {
            if (caller.isSignedIn()) {
                Faces.redirect(door.target(request, caller.get()));
            }
        } else if ("link".equals(request.getParameter("action"))) {
            sendLink();
        } else {
            answer(signIn.withPassword(
                    request.getParameter("email"),
                    request.getParameter("password"),
                    new Visitor(Browsers.name(request.getHeader("User-Agent")), isRemember())));
        }
    }

    private void sendLink() {
        if (links.request(request.getParameter("email"), language.get(), isRemember(), getTarget())) {
            Faces.redirect("/logga-in/" + SENT);
        } else {
            problem = "address";
            Faces.setResponseStatus(422);
        }
    }

    private void answer(SignInResult result) {
        HttpServletResponse response = Faces.getResponse();
        if (door.enter(request, response, result, getTarget())) {
            Faces.getContext().responseComplete();
        } else if (result instanceof SignInResult.Busy) {
            problem = "busy";
            Crowd.answer(response);
        } else {
            problem = "wrong";
            Faces.setResponseStatus(422);
        }
    }

    /** {@code wrong}, {@code busy} or {@code address}; empty when nothing is wrong. */
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

    /** Whether this is the page with the form. */
    public boolean isForm() {
        return step == null;
    }

    /** Whether a link is on its way, if the address is anybody's. */
    public boolean isSent() {
        return SENT.equals(step);
    }

    /** Whether somebody has signed in beside a page that waits to be sent again. */
    public boolean isDone() {
        return DONE.equals(step);
    }

    /** Whether this is the question for the code. */
    public boolean isCode() {
        return SignInCodeBacking.STEP.equals(step);
    }

    /** Whether this is a link from a mail, good or not. */
    public boolean isLink() {
        return !isForm() && !isSent() && !isDone() && !isCode();
    }
}
