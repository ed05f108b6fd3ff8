package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.TestQuestions;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.extraquestion.Wording;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/** Answers to what an authority asks: kept in the draft whatever happens, judged when sending, in the report's own transaction. */
class AnsweringIT extends DatabaseTest {

    private static final TypedAnswers GOOD_ANSWERS = TestQuestions.typed("leak", "no", "pole", "17 B", "signs", "");

    private Counter counter;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        TestQuestions.ask(
                em,
                "1763",
                "lighting",
                TestQuestions.LEAK,
                TestQuestions.POLE,
                TestQuestions.SIGNS,
                TestQuestions.READ);
        flushAndClear();
        counter = new Counter(em, clock);
    }

    private SecretToken start(TypedAnswers answers) {
        SecretToken token = SecretToken.random();
        counter.desk.start(token, Counter.GOOD, answers, Language.SV);
        return token;
    }

    private TypedAnswers kept(SecretToken token) {
        flushAndClear();
        return counter.desk.find(token).orElseThrow().answers();
    }

    private List<FieldProblem> problems(SecretToken token) {
        flushAndClear();
        return ((SubmissionResult.Invalid) counter.submission.submit(token)).problems();
    }

    @Test
    void aDraftKeepsWhatWasAnsweredRightOrWrong() {
        TypedAnswers typed = TestQuestions.typed("leak", "perhaps", "signs", "hole\nnothing", "pole", "<b>💡'\";--");

        SecretToken token = start(typed);
        assertThat(kept(token)).isEqualTo(typed);

        problems(token);
        assertThat(kept(token)).isEqualTo(typed);
    }

    @Test
    void answersToQuestionsOfAnotherCategoryStayForWhoeverComesBack() {
        SecretToken token = start(TestQuestions.typed("leak", "no", "signs", "hole\ncrack"));

        counter.desk.save(token, Fields.with("category", "graffiti"), TestQuestions.typed("wall", "brick"));
        assertThat(kept(token)).isEqualTo(TestQuestions.typed("leak", "no", "signs", "hole\ncrack", "wall", "brick"));

        counter.desk.save(token, Counter.GOOD, TestQuestions.typed("leak", "", "signs", "crack"));
        assertThat(kept(token)).isEqualTo(TestQuestions.typed("leak", "", "signs", "crack", "wall", "brick"));

        counter.desk.save(token, Counter.GOOD);
        assertThat(kept(token).byKey()).hasSize(3);
    }

    @Test
    void theReportGetsTheAnswersAndTheDraftForgetsThem() {
        SecretToken token = start(GOOD_ANSWERS.with(TestQuestions.typed("read", "", "other-category", "left")));
        flushAndClear();

        long id = ((SubmissionResult.Sent) counter.submission.submit(token)).reportId();
        flushAndClear();

        assertThat(counter.answers.of(id))
                .containsExactly(
                        new GivenAnswer("leak", "Rinner det vatten nu?", "no", "Nej"),
                        new GivenAnswer("pole", "Stolpens nummer", "17 B", "17 B"));
        assertThat(kept(token)).isEqualTo(TypedAnswers.NONE);
        assertThat(em.createNativeQuery("select count(*) from draft_answer").getSingleResult())
                .isEqualTo(0L);
    }

    @Test
    void whatWasNeverShownIsShownFirst() {
        assertThat(problems(start(TypedAnswers.NONE)))
                .containsExactly(new FieldProblem("questions", "report.question.unseen"));
        assertThat(counter.submitted.fired()).isEmpty();
    }

    @Test
    void requiredOnesMustBeAnswered() {
        assertThat(problems(start(GOOD_ANSWERS.with(TestQuestions.typed("leak", "", "read", "")))))
                .containsExactly(new FieldProblem("extra-leak", "report.question.missing", TestQuestions.LEAK.label()));
    }

    @Test
    void aStopPreventsSendingAndSaysWhomToCall() {
        SecretToken token = start(GOOD_ANSWERS.with(TestQuestions.typed("leak", "yes", "read", "")));

        FieldProblem stopped = new FieldProblem("extra-leak", "report.question.stopped", TestQuestions.STOP);
        assertThat(problems(token)).containsExactly(stopped);
        assertThat(stopped.arguments(Language.EN)).containsExactly("Call 054-540 10 00.");
        assertThat(stopped.arguments(Language.SV)).containsExactly("Ring VA-jouren: 054-540 10 00.");
        assertThat(em.createQuery("select count(r) from Report r", Long.class).getSingleResult())
                .isZero();

        counter.desk.save(token, Counter.GOOD, TestQuestions.typed("leak", "no"));
        flushAndClear();
        assertThat(counter.submission.submit(token)).isInstanceOf(SubmissionResult.Sent.class);
    }

    @Test
    void problemsStandWhereTheQuestionsDo() {
        SecretToken token = SecretToken.random();
        counter.desk.start(
                token,
                Fields.with("title", "x"),
                GOOD_ANSWERS.with(TestQuestions.typed("leak", "", "read", "")),
                Language.SV);
        assertThat(problems(token)).extracting(FieldProblem::field).containsExactly("extra-leak", "title");
    }

    @Test
    void onlyTheResponsibleAuthorityAsks() {
        TestQuestions.ask(em, "TRV", "state_road", TestQuestions.LAMPS);
        flushAndClear();

        SecretToken elsewhere = SecretToken.random();
        counter.desk.start(elsewhere, Fields.with("category", "graffiti"), TypedAnswers.NONE, Language.SV);
        flushAndClear();
        assertThat(counter.submission.submit(elsewhere)).isInstanceOf(SubmissionResult.Sent.class);

        SecretToken road = SecretToken.random();
        counter.desk.start(
                road, Fields.with("category", "state_road"), TestQuestions.typed("lamps", "two"), Language.SV);
        assertThat(problems(road))
                .containsExactly(
                        new FieldProblem("extra-lamps", "report.question.number", TestQuestions.LAMPS.label()));
    }

    @Test
    void aCategoryThatIsNotOfferedAsksNothing() {
        em.createNativeQuery(
                        "insert into authority_category (authority_code, category_code) values ('1763', 'parking')")
                .executeUpdate();
        flushAndClear();
        assertThat(problems(start(TypedAnswers.NONE)))
                .extracting(FieldProblem::key)
                .containsExactly("report.category.elsewhere");
    }

    @Test
    void anExpiredDraftTakesItsAnswersAlong() {
        SecretToken token = start(GOOD_ANSWERS);
        flushAndClear();
        clock.advance(Duration.ofHours(25));

        counter.desk.start(token, Counter.GOOD, TestQuestions.typed("pole", "2"), Language.SV);

        assertThat(kept(token)).isEqualTo(TestQuestions.typed("pole", "2"));
    }

    @Test
    void wordsWithoutTranslationAreSaidInSwedish() {
        FieldProblem problem =
                new FieldProblem("extra-a", "report.question.long", List.of(Wording.of("Var?"), (Object) 300));
        assertThat(problem.arguments(Language.EN)).containsExactly("Var?", 300);
    }
}
