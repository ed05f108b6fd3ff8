package se.fixamingata.web.oidc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.oidc.OidcProblem;

/** Why somebody was not signed in through their employer, and what they can do. */
@Named("oidcRefused")
@RequestScoped
public class RefusedBacking {

    static final String PROBLEM = "fmg.oidc.problem";
    static final String AUTHORITY = "fmg.oidc.authority";

    @Inject
    HttpServletRequest request;

    @Inject
    Authorities authorities;

    static int status(OidcProblem problem) {
        return switch (problem) {
            case OFF -> 404;
            case EXPIRED, FOREIGN -> 400;
            case DENIED, EMAIL, NO_PLACE -> 403;
            case UNREACHABLE, PROVIDER -> 502;
        };
    }

    /** In message keys. */
    public String getProblem() {
        return request.getAttribute(PROBLEM) instanceof OidcProblem problem ? problem.code() : OidcProblem.OFF.code();
    }

    /** The authority's name; empty when it is not known whose provider it was. */
    public String getAuthority() {
        return authorities
                .find((String) request.getAttribute(AUTHORITY))
                .map(Authority::name)
                .orElse("");
    }

    /** Where to try once more; null when that would be in vain. */
    public String getAgain() {
        OidcProblem problem = (OidcProblem) request.getAttribute(PROBLEM);
        return problem == null || problem == OidcProblem.OFF
                ? null
                : authorities
                        .find((String) request.getAttribute(AUTHORITY))
                        .map(one -> "/logga-in/oidc/" + one.slug())
                        .orElse(null);
    }
}
