package se.fixamingata.oidc;

/** Signing in through a provider ends here. The detail is for our log: never personal, never a secret. */
class OidcRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final OidcProblem problem;

    OidcRefused(OidcProblem problem, String detail) {
        this(problem, detail, null);
    }

    OidcRefused(OidcProblem problem, String detail, Throwable cause) {
        super(detail, cause);
        this.problem = problem;
    }

    OidcProblem problem() {
        return problem;
    }
}
