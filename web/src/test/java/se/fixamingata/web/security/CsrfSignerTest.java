package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.fixamingata.shared.SecretToken;

class CsrfSignerTest {

    private final CsrfSigner signer = new CsrfSigner(new byte[32]);
    private final SecretToken cookie = SecretToken.random();

    @Test
    void theFieldFitsItsCookieOnEveryServerWithTheKey() {
        assertThat(new CsrfSigner(new byte[32]).isSigned(signer.sign(cookie), cookie))
                .isTrue();
    }

    @Test
    void theFieldFitsNoOtherCookie() {
        assertThat(signer.isSigned(signer.sign(cookie), SecretToken.random())).isFalse();
    }

    @Test
    void theFieldFitsNoOtherInstallation() {
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);
        assertThat(new CsrfSigner(other).isSigned(signer.sign(cookie), cookie)).isFalse();
    }

    @Test
    void everyFieldIsAnother() {
        assertThat(signer.sign(cookie)).isNotEqualTo(signer.sign(cookie));
    }

    @Test
    void whatIsMalformedIsRefused() {
        String field = signer.sign(cookie);
        assertThat(signer.isSigned(null, cookie)).isFalse();
        assertThat(signer.isSigned("", cookie)).isFalse();
        assertThat(signer.isSigned(".", cookie)).isFalse();
        assertThat(signer.isSigned(field.substring(0, field.length() - 1), cookie))
                .isFalse();
        assertThat(signer.isSigned("x" + field, cookie)).isFalse();
    }
}
