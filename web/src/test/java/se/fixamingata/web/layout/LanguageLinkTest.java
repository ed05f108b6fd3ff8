package se.fixamingata.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.fixamingata.shared.Language;

class LanguageLinkTest {

    @Test
    void keepsThePageAndItsState() {
        assertThat(LanguageLink.to("/karta", "lat=59&lon=13&lang=sv", Language.EN))
                .isEqualTo("/karta?lat=59&lon=13&lang=en");
        assertThat(LanguageLink.to("/om", null, Language.SV)).isEqualTo("/om?lang=sv");
    }

    @Test
    void neverLeadsToAnotherHost() {
        assertThat(LanguageLink.to("//evil.example/x", null, Language.EN)).isEqualTo("/evil.example/x?lang=en");
    }
}
