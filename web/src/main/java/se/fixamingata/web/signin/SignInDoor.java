package se.fixamingata.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.fixamingata.account.Caller;
import se.fixamingata.signin.SignInResult;
import se.fixamingata.signin.session.Sessions;

/** What a browser gets after a proof, whichever way it came: its cookies, and the way to where it wanted to go. */
@ApplicationScoped
public class SignInDoor {

    @Inject
    Sessions sessions;

    @Inject
    SessionCookies cookies;

    /**
     * Sends the browser on, to its page or to the question for the code; false when the result is neither.
     *
     * @param target where the person wanted to go, a path of ours; null for where they usually go
     */
    public boolean enter(HttpServletRequest request, HttpServletResponse response, SignInResult result, String target) {
        if (result instanceof SignInResult.Done done) {
            // The session before, if any, was another one's or is replaced.
            cookies.session(request).ifPresent(sessions::end);
            if (done.tokens().remember().isEmpty()) {
                cookies.clearRemember(response);
            }
            cookies.clearStep(response);
            cookies.write(response, done.tokens());
            GuardFilter.redirect(response, target == null ? home(done) : target);
            return true;
        }
        if (result instanceof SignInResult.CodeNeeded needed) {
            cookies.writeStep(response, needed.step());
            GuardFilter.redirect(response, LocalTarget.signIn(target).replaceFirst("^/logga-in", "/logga-in/kod"));
            return true;
        }
        return false;
    }

    private String home(SignInResult.Done done) {
        return sessions.find(done.tokens().session())
                .map(who -> home(who.caller()))
                .orElse("/");
    }

    /** Where that person wanted to go, else where they usually go. */
    String target(HttpServletRequest request, Caller caller) {
        return LocalTarget.parse(request.getParameter("till")).orElseGet(() -> home(caller));
    }

    private static String home(Caller caller) {
        return caller.memberships().isEmpty() ? caller.operator() ? "/drift" : "/konto" : "/handlaggning";
    }
}
