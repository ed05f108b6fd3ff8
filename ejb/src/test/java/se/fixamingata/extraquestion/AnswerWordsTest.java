package se.fixamingata.extraquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.fixamingata.shared.Language;

class AnswerWordsTest {

    private static GivenAnswer english(Question question, String value, String shown) {
        return AnswerWords.in(
                Language.EN,
                new GivenAnswer(question.code(), question.label().sv(), value, shown),
                Optional.of(question));
    }

    @Test
    void questionAndChoicesAreTranslated() {
        assertThat(english(TestQuestions.LEAK, "no", "Nej"))
                .isEqualTo(new GivenAnswer("leak", "Is water running now?", "no", "No"));
        assertThat(english(TestQuestions.SIGNS, "hole\ncrack", "Hål, Spricka").shown())
                .isEqualTo("Hål, Spricka");
    }

    @Test
    void numbersAndDaysAreSaidInEnglish() {
        assertThat(english(TestQuestions.LAMPS, "2.5", "2,5").shown()).isEqualTo("2.5");
        assertThat(english(TestQuestions.SINCE, "2026-03-01", "1 mars 2026").shown())
                .isEqualTo("1 March 2026");
    }

    @Test
    void whatSomebodyWroteStays() {
        assertThat(english(TestQuestions.POLE, "17 B", "17 B"))
                .isEqualTo(new GivenAnswer("pole", "Number on the pole", "17 B", "17 B"));
    }

    @Test
    void whatIsAskedOtherwiseByNowStaysAsItWas() {
        GivenAnswer old = new GivenAnswer("leak", "Läcker det?", "no", "Nej");
        assertThat(AnswerWords.in(Language.EN, old, Optional.of(TestQuestions.LEAK)))
                .isEqualTo(old);
        assertThat(AnswerWords.in(Language.EN, old, Optional.empty())).isEqualTo(old);
        assertThat(english(TestQuestions.LEAK, "gone", "Borta").shown()).isEqualTo("Borta");
    }

    @Test
    void swedishStaysSwedish() {
        GivenAnswer given = new GivenAnswer("leak", TestQuestions.LEAK.label().sv(), "no", "Nej");
        assertThat(AnswerWords.in(Language.SV, given, Optional.of(TestQuestions.LEAK)))
                .isEqualTo(given);
        assertThat(given.values(QuestionKind.CHOICE)).isEqualTo(List.of("no"));
    }
}
