package se.fixamingata.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingFailed;
import se.fixamingata.outgoing.OutgoingSettings;

/** Where a provider may send us: into the open, and to its own host and port, not to others of the networks that we may call. */
class DiscoveryTest {

    private static final String OPEN = "https://8.8.8.8";

    private final OutgoingSettings outgoing = new OutgoingSettings("127.0.0.0/8,::1");
    private final ProviderCalls calls = new ProviderCalls(new GuardedHttp(outgoing), Duration.ofSeconds(20));
    private final Discovery discovery = new Discovery(calls, outgoing);
    private OddProvider provider;
    private OddProvider inner;

    @BeforeEach
    void start() throws IOException {
        provider = new OddProvider();
        inner = new OddProvider().answers("/keys", "{\"keys\":[]}");
    }

    @AfterEach
    void stop() {
        provider.close();
        inner.close();
    }

    private void isRefused() {
        assertThatThrownBy(() -> discovery.read(provider.issuer))
                .isInstanceOf(OidcRefused.class)
                .hasMessageContaining("discovery.endpoints");
    }

    @Test
    @DisplayName("Its own host, also within our networks, and the open Internet, as the large ones do")
    void whereItMay() throws OidcRefused {
        provider.isFoundAt(provider.issuer + "/in", provider.issuer + "/token", provider.issuer + "/keys");
        assertThat(discovery.read(provider.issuer).getTokenEndpointURI())
                .isEqualTo(URI.create(provider.issuer + "/token"));
        provider.isFoundAt(OPEN + "/in", OPEN + "/token", OPEN + "/keys");
        assertThat(discovery.read(provider.issuer).getJWKSetURI()).isEqualTo(URI.create(OPEN + "/keys"));
    }

    @Test
    @DisplayName("Another port of the same machine, or another machine of our networks, is none of its business")
    void whereItMayNot() {
        provider.isFoundAt(provider.issuer + "/in", inner.issuer + "/token", provider.issuer + "/keys");
        isRefused();
        provider.isFoundAt(provider.issuer + "/in", provider.issuer + "/token", inner.issuer + "/keys");
        isRefused();
        provider.isFoundAt(provider.issuer + "/in", "https://127.0.0.2/token", provider.issuer + "/keys");
        isRefused();
        provider.isFoundAt(provider.issuer + "/in", "https://10.1.2.3/token", provider.issuer + "/keys");
        isRefused();
    }

    @Test
    @DisplayName("A name that leads inside only later is refused when it is called")
    void judgedAtTheCall() throws OidcRefused {
        provider.isFoundAt(provider.issuer + "/in", provider.issuer + "/token", provider.issuer + "/keys");
        discovery.read(provider.issuer);
        assertThatThrownBy(() -> calls.to(provider.issuer).read(URI.create(inner.issuer + "/keys")))
                .isInstanceOf(OutgoingFailed.class)
                .matches(failed -> ((OutgoingFailed) failed).reason() == OutgoingFailed.Reason.NETWORK, "inner");
    }

    @Test
    @DisplayName("Keys that one provider has had fetched are not another's")
    void keysOfEach() throws Exception {
        inner.isFoundAt(inner.issuer + "/in", inner.issuer + "/token", inner.issuer + "/keys");
        var own = discovery.keys(discovery.read(inner.issuer));
        assertThat(own.get(new JWKSelector(new JWKMatcher.Builder().build()), null))
                .isEmpty();

        provider.isFoundAt(provider.issuer + "/in", provider.issuer + "/token", provider.issuer + "/keys");
        assertThat(discovery.keys(discovery.read(provider.issuer))).isNotSameAs(own);
    }
}
