package se.fixamingata.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.outgoing.OutgoingFailed;

/** Tries an authority's provider before anybody has to sign in with it. Waits for another's machine, so outside any transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderTrial {

    @Inject
    Providers providers;

    @Inject
    Discovery discovery;

    /** For the container. */
    public ProviderTrial() {}

    /** For tests. */
    ProviderTrial(Providers providers, Discovery discovery) {
        this.providers = providers;
        this.discovery = discovery;
    }

    /** Asks the provider that is registered now, in use or not, who it is and what its keys are. */
    public TrialResult attempt(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        Optional<Provider> provider = providers.registered(authorityCode);
        if (provider.isEmpty()) {
            return new TrialResult.Failed("provider-trial.none");
        }
        try {
            OIDCProviderMetadata metadata = discovery.read(provider.get().issuer());
            int keys = keys(metadata).size();
            if (keys == 0) {
                return new TrialResult.Failed("provider-trial.keys");
            }
            List<CodeChallengeMethod> challenges = metadata.getCodeChallengeMethods();
            return new TrialResult.Found(
                    metadata.getIssuer().getValue(),
                    metadata.getAuthorizationEndpointURI().getHost(),
                    metadata.getTokenEndpointURI().getHost(),
                    keys,
                    challenges != null && challenges.contains(CodeChallengeMethod.S256));
        } catch (OidcRefused refused) {
            return new TrialResult.Failed(key(refused));
        }
    }

    private List<JWK> keys(OIDCProviderMetadata metadata) throws OidcRefused {
        try {
            SecurityContext none = null;
            return discovery.keys(metadata).get(new JWKSelector(new JWKMatcher.Builder().build()), none);
        } catch (JOSEException failed) {
            throw new OidcRefused(OidcProblem.UNREACHABLE, "keys", failed);
        }
    }

    private static String key(OidcRefused refused) {
        if (refused.getCause() instanceof OutgoingFailed failed) {
            return "provider-trial." + failed.reason().code();
        }
        return switch (refused.getMessage()) {
            case "discovery.issuer" -> "provider-trial.issuer";
            case "discovery.endpoints" -> "provider-trial.endpoints";
            case "discovery.no-code-flow" -> "provider-trial.flow";
            case "discovery.status" -> "provider-trial.status";
            case "keys" -> "provider-trial.keys";
            default -> "provider-trial.unreadable";
        };
    }
}
