package se.fixamingata.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.outgoing.OutgoingFailed;
import se.fixamingata.shared.EmailAddress;

/** Turns the code that a browser brings into somebody whom the provider vouches for. */
@ApplicationScoped
class CodeExchange {

    /** Signatures of the provider's own key. None that the client's secret could make, and never none at all. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int CLOCKS_DIFFER_SECONDS = 60;

    private ProviderCalls calls;
    private Discovery discovery;

    /** For the container's proxy. */
    protected CodeExchange() {}

    @Inject
    CodeExchange(ProviderCalls calls, Discovery discovery) {
        this.calls = calls;
        this.discovery = discovery;
    }

    /** @param redirect the address to which the code came */
    VouchedFor exchange(Provider provider, OIDCProviderMetadata metadata, Attempt attempt, String code, URI redirect)
            throws OidcRefused {
        try {
            OIDCTokenResponse tokens = tokens(provider, metadata, attempt, code, redirect);
            IDTokenClaimsSet claims = validated(provider, metadata, attempt, tokens);
            if (claims.getStringClaim("email") != null) {
                return vouchedFor(claims);
            }
            return vouchedFor(userInfo(metadata, tokens, claims));
        } catch (OutgoingFailed failed) {
            throw new OidcRefused(OidcProblem.UNREACHABLE, "token", failed);
        } catch (IOException | ParseException | RuntimeException nonsense) {
            throw new OidcRefused(OidcProblem.PROVIDER, "token.unreadable", nonsense);
        }
    }

    private OIDCTokenResponse tokens(
            Provider provider, OIDCProviderMetadata metadata, Attempt attempt, String code, URI redirect)
            throws OidcRefused, IOException, ParseException {
        TokenRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        authentication(provider, metadata),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), redirect, new CodeVerifier(attempt.verifier())))
                .build();
        TokenResponse response = OIDCTokenResponseParser.parse(
                request.toHTTPRequest().send(calls.to(metadata.getIssuer().getValue())));
        if (response.indicatesSuccess()) {
            return (OIDCTokenResponse) response.toSuccessResponse();
        }
        ErrorObject error = response.toErrorResponse().getErrorObject();
        boolean used = "invalid_grant".equals(error.getCode());
        throw new OidcRefused(
                used ? OidcProblem.EXPIRED : OidcProblem.PROVIDER, "token." + Words.plain(error.getCode()));
    }

    private static ClientAuthentication authentication(Provider provider, OIDCProviderMetadata metadata) {
        ClientID id = new ClientID(provider.clientId());
        Secret secret = new Secret(provider.clientSecret());
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean basic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
    }

    private IDTokenClaimsSet validated(
            Provider provider, OIDCProviderMetadata metadata, Attempt attempt, OIDCTokenResponse tokens)
            throws OidcRefused {
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(provider.issuer()),
                new ClientID(provider.clientId()),
                new JWSVerificationKeySelector<>(SIGNATURES, discovery.keys(metadata)),
                null);
        validator.setMaxClockSkew(CLOCKS_DIFFER_SECONDS);
        try {
            return validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
        } catch (BadJOSEException unbelievable) {
            throw new OidcRefused(OidcProblem.PROVIDER, "id-token", unbelievable);
        } catch (JOSEException noKeys) {
            throw new OidcRefused(OidcProblem.UNREACHABLE, "keys", noKeys);
        }
    }

    /** For providers that keep the address out of the token. */
    private ClaimsSet userInfo(OIDCProviderMetadata metadata, OIDCTokenResponse tokens, IDTokenClaimsSet claims)
            throws OidcRefused, IOException, ParseException {
        if (metadata.getUserInfoEndpointURI() == null) {
            throw new OidcRefused(OidcProblem.EMAIL, "email.missing");
        }
        UserInfoResponse response = UserInfoResponse.parse(new UserInfoRequest(
                        metadata.getUserInfoEndpointURI(),
                        tokens.getOIDCTokens().getBearerAccessToken())
                .toHTTPRequest()
                .send(calls.to(metadata.getIssuer().getValue())));
        if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
            throw new OidcRefused(OidcProblem.PROVIDER, "user-info");
        }
        var info = response.toSuccessResponse().getUserInfo();
        if (!info.getSubject().equals(claims.getSubject())) {
            throw new OidcRefused(OidcProblem.PROVIDER, "user-info.subject");
        }
        return info;
    }

    private static VouchedFor vouchedFor(ClaimsSet claims) throws OidcRefused {
        Optional<EmailAddress> email = EmailAddress.parse(claims.getStringClaim("email"));
        if (email.isEmpty()) {
            throw new OidcRefused(OidcProblem.EMAIL, "email.missing");
        }
        Object verified = claims.getClaim("email_verified");
        // Some write the word instead of the value.
        if (!Boolean.TRUE.equals(verified) && !"true".equals(verified)) {
            throw new OidcRefused(OidcProblem.EMAIL, "email.unverified");
        }
        return new VouchedFor(email.get().text());
    }
}
