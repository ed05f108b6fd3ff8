package se.fixamingata.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.signin.SignIn;
import se.fixamingata.signin.session.Visitor;

/**
 * Signing in through an authority's own provider: OpenID Connect's authorization code flow, with PKCE.
 *
 * <p>Runs outside any transaction, since it waits for another's machine. Whoever is refused learns what to do, and nothing about
 * accounts; the log learns the reason and whose provider it was, and no person.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OidcSignIn {

    /** Where providers send the browser back to: what an authority's administrators register at their provider. */
    public static final String CALLBACK = "/logga-in/oidc/svar";

    private static final System.Logger LOG = System.getLogger(OidcSignIn.class.getName());

    @Inject
    Providers providers;

    @Inject
    Discovery discovery;

    @Inject
    CodeExchange exchange;

    @Inject
    Attempts attempts;

    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    @Inject
    ServiceSettings service;

    @Inject
    Clock clock;

    /** For the container. */
    public OidcSignIn() {}

    /** For tests. */
    OidcSignIn(
            Providers providers,
            Discovery discovery,
            CodeExchange exchange,
            Attempts attempts,
            Accounts accounts,
            SignIn signIn,
            ServiceSettings service,
            Clock clock) {
        this.providers = providers;
        this.discovery = discovery;
        this.exchange = exchange;
        this.attempts = attempts;
        this.accounts = accounts;
        this.signIn = signIn;
        this.service = service;
        this.clock = clock;
    }

    /** The address that administrators register at their provider. */
    public String callback() {
        return service.link(CALLBACK);
    }

    /**
     * The way to the provider of that authority.
     *
     * @param target a path of ours to go to afterwards; null for the usual place
     */
    public OidcStart begin(String authorityCode, String target) {
        try {
            Provider provider =
                    providers.find(authorityCode).orElseThrow(() -> new OidcRefused(OidcProblem.OFF, "no provider"));
            OIDCProviderMetadata metadata = discovery.find(provider.issuer());
            Attempt attempt = Attempt.begin(authorityCode, target, clock.instant());
            URI way = new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            new Scope("openid", "email"),
                            new ClientID(provider.clientId()),
                            URI.create(callback()))
                    .endpointURI(metadata.getAuthorizationEndpointURI())
                    .state(new State(attempt.state()))
                    .nonce(new Nonce(attempt.nonce()))
                    .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            return new OidcStart.Go(way, attempts.seal(attempt));
        } catch (OidcRefused refused) {
            tell(authorityCode, refused);
            return new OidcStart.Refused(refused.problem());
        }
    }

    /**
     * What the browser has brought back.
     *
     * @param sealed the attempt, as it was given to the browser; null when it brings none
     * @param browser its name in a few words
     */
    public OidcResult finish(String sealed, ProviderAnswer answer, String browser) {
        Optional<Attempt> attempt = attempts.open(sealed);
        String authorityCode = attempt.map(Attempt::authorityCode).orElse(null);
        try {
            if (attempt.isEmpty()) {
                throw new OidcRefused(OidcProblem.EXPIRED, "no attempt");
            }
            long accountId = account(attempt.get(), answer);
            return new OidcResult.Welcome(
                    signIn.completeThroughEmployer(accountId, authorityCode, new Visitor(browser, false)),
                    attempt.get().target());
        } catch (OidcRefused refused) {
            tell(authorityCode, refused);
            return new OidcResult.Refused(refused.problem(), authorityCode);
        }
    }

    private long account(Attempt attempt, ProviderAnswer answer) throws OidcRefused {
        if (!isSame(attempt.state(), answer.state())) {
            throw new OidcRefused(OidcProblem.FOREIGN, "state");
        }
        Provider provider = providers
                .find(attempt.authorityCode())
                .orElseThrow(() -> new OidcRefused(OidcProblem.OFF, "no provider"));
        OIDCProviderMetadata metadata = discovery.find(provider.issuer());
        checkIssuer(provider, metadata, answer);
        if (answer.error() != null) {
            boolean denied = "access_denied".equals(answer.error());
            throw new OidcRefused(
                    denied ? OidcProblem.DENIED : OidcProblem.PROVIDER, "answer." + Words.plain(answer.error()));
        }
        if (answer.code() == null || answer.code().isBlank()) {
            throw new OidcRefused(OidcProblem.PROVIDER, "answer.no-code");
        }
        VouchedFor who = exchange.exchange(provider, metadata, attempt, answer.code(), URI.create(callback()));
        return accounts.find(who.email())
                .filter(account -> worksThere(account, attempt.authorityCode()))
                .map(Account::id)
                .orElseThrow(() -> new OidcRefused(OidcProblem.NO_PLACE, "no place"));
    }

    /** RFC 9207: the answer says whose it is, so that none is taken to another provider. */
    private static void checkIssuer(Provider provider, OIDCProviderMetadata metadata, ProviderAnswer answer)
            throws OidcRefused {
        boolean missing = answer.issuer() == null && metadata.supportsAuthorizationResponseIssuerParam();
        if (missing || answer.issuer() != null && !answer.issuer().equals(provider.issuer())) {
            throw new OidcRefused(OidcProblem.FOREIGN, "issuer");
        }
    }

    private boolean worksThere(Account account, String authorityCode) {
        return accounts.memberships(account.id()).stream()
                .anyMatch(place -> place.authorityCode().equals(authorityCode));
    }

    private static boolean isSame(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static void tell(String authorityCode, OidcRefused refused) {
        Throwable cause = refused.getCause();
        LOG.log(
                Level.INFO,
                "Sign-in through the provider of {0} refused: {1} ({2}{3})",
                authorityCode == null ? "nobody known" : authorityCode,
                refused.problem().code(),
                refused.getMessage(),
                cause == null ? "" : ", " + Words.reason(cause));
    }
}
