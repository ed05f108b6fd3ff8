package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentSecurityPolicyTest {

    @Test
    void scriptsRunByNonceOnly() {
        assertThat(new ContentSecurityPolicy(Optional.empty()).withNonce("abc"))
                .contains("script-src 'nonce-abc';")
                .doesNotContain("unsafe-eval")
                .contains("img-src 'self' data: blob:;");
    }

    @Test
    void streetTilesMayComeFromTheirHost() {
        assertThat(new ContentSecurityPolicy(Optional.of("https://{s}.tile.example.org/{z}/{x}/{y}.png"))
                        .withNonce("n"))
                .contains("img-src 'self' data: blob: https://*.tile.example.org;");
        assertThat(new ContentSecurityPolicy(Optional.of("http://127.0.0.1:9000/{z}/{x}/{y}.png")).withNonce("n"))
                .contains(" http://127.0.0.1:9000;");
    }
}
