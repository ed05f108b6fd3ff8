package se.fixamingata.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.extraquestion.Choice;
import se.fixamingata.extraquestion.ExtraQuestionWriting;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.QuestionKind;
import se.fixamingata.extraquestion.Wording;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.OneAtATime;

class DemonstrationQuestionsIT extends DatabaseTest {

    private DemonstrationQuestions questions;

    @BeforeEach
    void seed() {
        TestMunicipalities.seed(em, clock);
        questions =
                new DemonstrationQuestions(new ExtraQuestionWriting(em, new RecordedEvents<>()), new OneAtATime(em));
    }

    private Object count() {
        return em.createNativeQuery("select count(*) from extra_question").getSingleResult();
    }

    @Test
    void theQuestionsAreGivenOnceAndInBothLanguages() {
        questions.load();
        flushAndClear();
        Object first = count();
        questions.load();
        flushAndClear();

        assertThat(count()).isEqualTo(first);
        ExtraQuestions read = new ExtraQuestions(em);
        List<Question> all = Stream.of("1780", "0180")
                .flatMap(authority -> read.byCategory(authority).values().stream())
                .flatMap(List::stream)
                .toList();
        assertThat(all).hasSize(11).allSatisfy(question -> {
            assertThat(question.label().en()).isNotBlank();
            assertThat(question.choices()).extracting(Choice::name).allMatch(name -> name.en() != null);
        });
        assertThat(all)
                .extracting(Question::kind)
                .contains(
                        QuestionKind.STRING,
                        QuestionKind.NUMBER,
                        QuestionKind.DATE,
                        QuestionKind.CHOICE,
                        QuestionKind.CHOICES,
                        QuestionKind.NOTICE);
        assertThat(all.stream().filter(one -> one.choices().stream().anyMatch(Choice::isStop)))
                .hasSize(2);
    }

    @Test
    void whoAsksAlreadyIsLeftAlone() {
        ExtraQuestionWriting writing = new ExtraQuestionWriting(em, new RecordedEvents<>());
        Question own = new Question("own", QuestionKind.TEXT, true, Wording.of("Egen"), List.of(), false);
        assertThat(writing.giveFirst("1780", "drain", List.of(own))).isTrue();
        flushAndClear();
        questions.load();
        flushAndClear();
        assertThat(new ExtraQuestions(em).of("1780", "drain")).containsExactly(own);
    }
}
