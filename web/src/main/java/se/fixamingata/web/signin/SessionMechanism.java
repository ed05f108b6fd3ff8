package se.fixamingata.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.fixamingata.account.Caller;
import se.fixamingata.signin.Sessions;
import se.fixamingata.signin.SignedIn;
import se.fixamingata.web.layout.AssetPaths;
import se.fixamingata.web.security.CurrentCaller;

/**
 * Knows a browser by its session cookie, before any filter runs. Never refuses anybody: that is the guard's and the use cases'
 * business. A browser without a cookie costs nothing, and neither do files that are the same for everybody.
 *
 * <p>Rights are read with every request, so that somebody whose place was taken away is out at the next click. There is no HTTP session.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    /** Request attribute with the {@link SignedIn}; absent for nobody. */
    static final String SIGNED_IN = "fmg.signed-in";

    /** Request attribute with what kept us from looking: without it a missing database would look like a missing session. */
    static final String FAILURE = "fmg.signed-in.failure";

    @Inject
    Sessions sessions;

    @Inject
    SessionCookies cookies;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (AssetPaths.isStatic(request)) {
            leaveForLater(request);
            return context.doNothing();
        }
        Optional<Caller> caller = Optional.empty();
        try {
            caller = identify(request, response);
        } catch (RuntimeException failed) {
            request.setAttribute(FAILURE, failed);
        }
        return caller.map(known -> context.notifyContainerAboutLogin("account:" + known.accountId(), groups(known)))
                .orElseGet(context::doNothing);
    }

    /** A photo may be for some eyes only; whoever serves one asks. */
    private void leaveForLater(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/bild/")) {
            Supplier<Optional<Caller>> lookup =
                    () -> cookies.session(request).flatMap(sessions::find).map(SignedIn::caller);
            request.setAttribute(CurrentCaller.LOOKUP, lookup);
        }
    }

    private Optional<Caller> identify(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> known = cookies.session(request).flatMap(sessions::find);
        Optional<SignedIn> found = known.isPresent() ? known : renew(request, response);
        found.ifPresent(who -> {
            request.setAttribute(SIGNED_IN, who);
            request.setAttribute(CurrentCaller.ATTRIBUTE, who.caller());
        });
        return found.map(SignedIn::caller);
    }

    private Optional<SignedIn> renew(HttpServletRequest request, HttpServletResponse response) {
        return cookies.remember(request).flatMap(secret -> {
            Sessions.Remembered result = sessions.renew(secret, Browsers.name(request.getHeader("User-Agent")));
            if (result instanceof Sessions.Remembered.Renewed renewed) {
                cookies.write(response, renewed.tokens());
                return Optional.of(renewed.who());
            }
            if (result instanceof Sessions.Remembered.Parallel parallel) {
                return Optional.of(parallel.who());
            }
            cookies.clearRemember(response);
            return Optional.empty();
        });
    }

    private static Set<String> groups(Caller caller) {
        Set<String> groups = new HashSet<>(Set.of("resident"));
        if (caller.isStaff()) {
            groups.add("staff");
        }
        if (caller.operator()) {
            groups.add("operator");
        }
        return groups;
    }
}
