package se.fixamingata.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.fixamingata.account.Caller;
import se.fixamingata.signin.session.Sessions;
import se.fixamingata.signin.session.SignInRules;
import se.fixamingata.signin.session.SignedIn;
import se.fixamingata.signin.session.Way;
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

    /** Request attribute: whether the person has to set up a second factor first. */
    private static final String FACTOR_MISSING = "fmg.signed-in.factor-missing";

    /** Where somebody is whom only the employer has vouched for. */
    private static final List<String> WORK = List.of("/handlaggning", "/drift", "/konto", "/logga-ut");

    /** Pictures and documents, which the back office shows from these addresses. */
    private static final List<String> FILES = List.of("/bild/", "/dokument/");

    @Inject
    Sessions sessions;

    @Inject
    SignInRules rules;

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
                    () -> cookies.session(request).flatMap(sessions::find).flatMap(who -> visible(who, request));
            request.setAttribute(CurrentCaller.LOOKUP, lookup);
        }
    }

    private Optional<Caller> identify(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> known = cookies.session(request).flatMap(sessions::find);
        Optional<SignedIn> found = known.isPresent() ? known : renew(request, response);
        found.ifPresent(who -> {
            request.setAttribute(SIGNED_IN, who);
            visible(who, request).ifPresent(caller -> request.setAttribute(CurrentCaller.ATTRIBUTE, caller));
        });
        return found.map(who -> entitled(who, request));
    }

    /** Until a demanded second factor is there, nobody has rights by which it could be got round, on whatever page. */
    private Caller entitled(SignedIn who, HttpServletRequest request) {
        if (request.getAttribute(FACTOR_MISSING) == null) {
            request.setAttribute(FACTOR_MISSING, rules.mustSetUpSecondFactor(who));
        }
        return isFactorMissing(request) ? who.caller().asResident() : who.caller();
    }

    static boolean isFactorMissing(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(FACTOR_MISSING));
    }

    /**
     * Whom only the employer has vouched for is there to work: with that sign-in the person's own reports, comments and photos are not
     * theirs, or an employer could read what its staff has sent to others.
     */
    private Optional<Caller> visible(SignedIn who, HttpServletRequest request) {
        Caller caller = entitled(who, request);
        String path = request.getRequestURI();
        if (who.way() != Way.OIDC || WORK.stream().anyMatch(path::startsWith)) {
            return Optional.of(caller);
        }
        return FILES.stream().anyMatch(path::startsWith) ? Optional.of(caller.withoutPerson()) : Optional.empty();
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
