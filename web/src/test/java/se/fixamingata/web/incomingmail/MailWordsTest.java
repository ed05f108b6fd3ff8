package se.fixamingata.web.incomingmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.incomingmail.MailState;
import se.fixamingata.web.text.TextBean;

class MailWordsTest {

    private final MailWords words = new MailWords();

    MailWordsTest() {
        words.text = new TextBean() {
            @Override
            public String of(String key) {
                return key;
            }
        };
    }

    private static MailLine mail(MailState state, String reason, String text) {
        return new MailLine(
                1, Instant.EPOCH, "a@example.org", "Sv", state, reason, "1763", 17L, text, null, null, null, null);
    }

    @Test
    void whatWasDecidedStandsBeforeWhyItHadToBe() {
        MailLine waits = mail(MailState.WAITING, "stranger", "Hej");
        assertThat(words.standing(waits)).isEqualTo("mail.reason.stranger");
        assertThat(words.besides(waits)).isEmpty();
        MailLine refused = mail(MailState.REFUSED, "stranger", "Hej");
        assertThat(words.standing(refused)).isEqualTo("post.state.refused");
        assertThat(words.besides(refused)).isEqualTo("mail.reason.stranger");
        assertThat(words.standing(mail(MailState.PUBLISHED, null, "Hej"))).isEqualTo("post.state.published");
    }

    @Test
    void answersAreToldApartByTheirFirstWords() {
        assertThat(words.beginning(mail(MailState.WAITING, null, " Hej!\n\nLampan är bytt.")))
                .isEqualTo("Hej! Lampan är bytt.");
        assertThat(words.beginning(mail(MailState.UNKNOWN, null, null))).isEmpty();
        assertThat(words.beginning(mail(MailState.WAITING, null, "🔦".repeat(200))))
                .isEqualTo("🔦".repeat(140) + "…");
    }
}
