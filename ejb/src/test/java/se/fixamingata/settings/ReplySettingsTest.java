package se.fixamingata.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.shared.SecretToken;

class ReplySettingsTest {

    private static final String DOMAIN = "@svar.fixamingata.test";

    @ParameterizedTest
    @ValueSource(strings = {"svar+*" + DOMAIN, "*" + DOMAIN, " Svar-*-x" + DOMAIN})
    void anAddressLeadsBackToItsSecretWhateverMailProgramsDoToItsCase(String pattern) {
        ReplySettings replies = new ReplySettings(Optional.of(pattern));
        SecretToken token = SecretToken.random();
        String address = replies.address(token);

        assertThat(address).isEqualTo(address.toLowerCase(Locale.ROOT)).endsWith(DOMAIN);
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(replies.token(address)).contains(token);
        assertThat(replies.token(address.toUpperCase(Locale.ROOT))).contains(token);
        assertThat(replies.isOurs(address)).isTrue();
    }

    @Test
    void otherAddressesAreNone() {
        ReplySettings replies = new ReplySettings(Optional.of("svar+*" + DOMAIN));
        String address = replies.address(SecretToken.random());

        assertThat(replies.token("svar" + DOMAIN)).isEmpty();
        assertThat(replies.token("svar+" + DOMAIN)).isEmpty();
        assertThat(replies.token(address.replace("svar+", "svar-"))).isEmpty();
        assertThat(replies.token(address.replace("svar.fixa", "svar.fuxa"))).isEmpty();
        assertThat(replies.token(address.substring(1))).isEmpty();
        assertThat(replies.token(address.replaceFirst("\\+.", "+1"))).isEmpty();
        assertThat(replies.token("")).isEmpty();
    }

    @Test
    void whoReadsNoMailHasNoAddresses() {
        for (Optional<String> none : java.util.List.of(Optional.<String>empty(), Optional.of(" "))) {
            ReplySettings replies = new ReplySettings(none);
            assertThat(replies.isUsed()).isFalse();
            assertThat(replies.isOurs("svar@fixamingata.test")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"svar@x.test", "svar@*.x.test", "*", "a*b*@x.test", "thirteenchars*@x.test"})
    void aPatternThatCannotWorkIsRefusedAtOnce(String pattern) {
        assertThatThrownBy(() -> new ReplySettings(Optional.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fmg.mail.reply.address");
    }
}
