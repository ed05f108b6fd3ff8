package se.fixamingata.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import se.fixamingata.outgoing.OutgoingSettings;

/** What providers say about themselves (OpenID Connect Discovery 1.0), and their keys. Remembered for a while, in bounds. */
@ApplicationScoped
class Discovery {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 400;

    private ProviderCalls calls;
    private OutgoingSettings outgoing;
    private final Cache<String, OIDCProviderMetadata> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
    /** Of each provider its own: what one may not reach another must not have fetched for it. */
    private final Cache<KeysOf, JWKSource<SecurityContext>> keys =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** For the container's proxy. */
    protected Discovery() {}

    @Inject
    Discovery(ProviderCalls calls, OutgoingSettings outgoing) {
        this.calls = calls;
        this.outgoing = outgoing;
    }

    /** As the provider says now or a little earlier. */
    OIDCProviderMetadata find(String issuer) throws OidcRefused {
        OIDCProviderMetadata remembered = known.getIfPresent(issuer);
        return remembered == null ? read(issuer) : remembered;
    }

    /** As the provider says now; from now on that is what it says. */
    OIDCProviderMetadata read(String issuer) throws OidcRefused {
        try {
            OIDCProviderMetadata found =
                    OIDCProviderMetadata.parse(calls.to(issuer).read(document(issuer)));
            check(found, issuer);
            known.put(issuer, found);
            return found;
        } catch (ProviderCalls.UnexpectedAnswer answer) {
            throw new OidcRefused(OidcProblem.PROVIDER, "discovery.status", answer);
        } catch (IOException failed) {
            throw new OidcRefused(OidcProblem.UNREACHABLE, "discovery", failed);
        } catch (ParseException | RuntimeException nonsense) {
            throw new OidcRefused(OidcProblem.PROVIDER, "discovery.unreadable", nonsense);
        }
    }

    /** The provider's keys, fetched when a token needs one that is not known. */
    JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) {
        return keys.get(new KeysOf(metadata.getIssuer().getValue(), metadata.getJWKSetURI()), this::source);
    }

    private JWKSource<SecurityContext> source(KeysOf provider) {
        try {
            // The builder's own rule: at most one look in half a minute for a key that is not there.
            return JWKSourceBuilder.create(new URL(provider.uri.toString()), calls.to(provider.issuer))
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException notOne) {
            throw new IllegalArgumentException(notOne);
        }
    }

    private record KeysOf(String issuer, URI uri) {}

    /** What we call ourselves; where the browser is sent is its own network's business. */
    private boolean leadsNowhereInside(OIDCProviderMetadata found, String issuer) {
        return Stream.of(found.getTokenEndpointURI(), found.getJWKSetURI(), found.getUserInfoEndpointURI())
                .filter(Objects::nonNull)
                .allMatch(calls.to(issuer)::leads);
    }

    private static URI document(String issuer) {
        return URI.create(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    }

    private void check(OIDCProviderMetadata found, String issuer) throws OidcRefused {
        if (!found.getIssuer().getValue().equals(issuer)) {
            throw new OidcRefused(OidcProblem.PROVIDER, "discovery.issuer");
        }
        boolean whole = Stream.of(
                        found.getAuthorizationEndpointURI(), found.getTokenEndpointURI(), found.getJWKSetURI())
                .allMatch(uri -> uri != null && outgoing.isCallable(uri));
        if (!whole || !leadsNowhereInside(found, issuer)) {
            throw new OidcRefused(OidcProblem.PROVIDER, "discovery.endpoints");
        }
        if (found.getResponseTypes() != null && !found.getResponseTypes().contains(ResponseType.CODE)) {
            throw new OidcRefused(OidcProblem.PROVIDER, "discovery.no-code-flow");
        }
    }
}
