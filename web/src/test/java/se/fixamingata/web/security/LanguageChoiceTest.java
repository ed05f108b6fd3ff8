package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.fixamingata.shared.Language;

class LanguageChoiceTest {

    @Test
    void theFirstOfOursAmongTheReadersWins() {
        assertThat(LanguageChoice.preferred(List.of(Locale.GERMAN, Locale.UK, Locale.forLanguageTag("sv"))))
                .isEqualTo(Language.EN);
        assertThat(LanguageChoice.preferred(List.of(Locale.forLanguageTag("sv-FI"), Locale.UK)))
                .isEqualTo(Language.SV);
    }

    @Test
    void whatIsUnknownIsSwedish() {
        assertThat(LanguageChoice.preferred(List.of(Locale.GERMAN))).isEqualTo(Language.SV);
        assertThat(LanguageChoice.preferred(List.of())).isEqualTo(Language.SV);
    }

    @Test
    void onlyOurCodesAreChoices() {
        assertThat(LanguageChoice.named("en")).contains(Language.EN);
        assertThat(LanguageChoice.named("SV")).contains(Language.SV);
        assertThat(LanguageChoice.named("de")).isEmpty();
        assertThat(LanguageChoice.named("")).isEmpty();
        assertThat(LanguageChoice.named(null)).isEmpty();
    }
}
