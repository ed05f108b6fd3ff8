package se.fixamingata.extraquestion;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.extraquestion.TestQuestions.typed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.shared.Language;

class TypedAnswersTest {

    @Test
    void knowsWhatWasShown() {
        TypedAnswers typed = typed("pole", "");
        assertThat(typed.isAsked(TestQuestions.POLE)).isTrue();
        assertThat(typed.isAsked(TestQuestions.LAMPS)).isFalse();
        assertThat(typed.text(TestQuestions.LAMPS)).isEmpty();
    }

    @Test
    void newerOnesWinAndOlderOnesStay() {
        TypedAnswers both = typed("pole", "1", "lamps", "2").with(typed("pole", "", "since", "2026-03-01"));
        assertThat(both.byKey()).isEqualTo(Map.of("pole", "", "lamps", "2", "since", "2026-03-01"));
    }

    @Test
    void choicesAreLines() {
        TypedAnswers typed = typed("signs", List.of("hole", "crack"));
        assertThat(typed.isChosen(
                        TestQuestions.SIGNS, TestQuestions.SIGNS.choices().get(0)))
                .isTrue();
        assertThat(typed.isChosen(
                        TestQuestions.SIGNS, TestQuestions.SIGNS.choices().get(2)))
                .isFalse();
    }

    @Test
    void strangeKeysAreNotKept() {
        assertThat(new TypedAnswers(Map.of("a b", "1", "'; drop table draft", "1", "", "1", "ok_-1", "1")).byKey())
                .containsOnlyKeys("ok_-1");
    }

    @Test
    void holdsNoMoreThanAForm() {
        Map<String, String> flood = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            flood.put("q" + i, "x".repeat(10_000));
        }
        TypedAnswers typed = new TypedAnswers(flood);
        assertThat(typed.byKey()).hasSize(TypedAnswers.MOST);
        assertThat(typed.byKey().values()).allMatch(value -> value.length() == TypedAnswers.KEPT);
    }

    @Test
    void neverShowsWhatPeopleWriteInALog() {
        assertThat(typed("pole", "Annas hus")).hasToString("TypedAnswers[…]");
        assertThat(new GivenAnswer("pole", "Var?", "Annas hus", "Annas hus")).hasToString("GivenAnswer[pole]");
    }

    @Test
    void wordsAreSwedishWhereNobodyHasTranslated() {
        assertThat(Wording.of("Ja").in(Language.EN)).isEqualTo("Ja");
        assertThat(Wording.of("Ja").isForeign(Language.EN)).isTrue();
        assertThat(new Wording("Ja", "Yes").in(Language.EN)).isEqualTo("Yes");
        assertThat(new Wording("Ja", "Yes").isForeign(Language.EN)).isFalse();
        assertThat(new Wording("Ja", "Yes").in(Language.SV)).isEqualTo("Ja");
    }
}
