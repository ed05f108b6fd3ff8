package se.fixamingata.extraquestion;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.extraquestion.TestQuestions.typed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.extraquestion.AnswerRules.Judgement;

class AnswerRulesTest {

    private static Judgement judge(Question question, String typed) {
        return AnswerRules.judge(List.of(question), typed(question.code(), typed));
    }

    private static void assertGiven(Judgement judged, String value, String shown) {
        assertThat(judged.problems()).isEmpty();
        assertThat(judged.given()).singleElement().satisfies(answer -> {
            assertThat(answer.value()).isEqualTo(value);
            assertThat(answer.shown()).isEqualTo(shown);
        });
    }

    private static void assertProblem(Judgement judged, Question question, String key, Object... args) {
        assertThat(judged.given()).isEmpty();
        assertThat(judged.problems())
                .containsExactly(
                        new AnswerProblem("extra-" + question.code(), "report.question." + key, List.of(args)));
    }

    private static Question required(Question question) {
        return new Question(question.code(), question.kind(), true, question.label(), question.choices(), false);
    }

    @Test
    void nothingAskedIsNothingGiven() {
        assertThat(AnswerRules.judge(List.of(), typed("pole", "17"))).isEqualTo(new Judgement(List.of(), List.of()));
    }

    @Test
    void anAnswerCarriesTheWordsOfItsQuestion() {
        assertThat(judge(TestQuestions.POLE, " 17 B ").given())
                .containsExactly(new GivenAnswer("pole", "Stolpens nummer", "17 B", "17 B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u200b", "\u00a0"})
    void whatNobodySeesIsNoAnswer(String typed) {
        assertThat(judge(TestQuestions.POLE, typed)).isEqualTo(new Judgement(List.of(), List.of()));
        assertProblem(judge(TestQuestions.LAMPS, typed), TestQuestions.LAMPS, "missing", TestQuestions.LAMPS.label());
    }

    @Test
    void requiredOfEveryKindIsMissingWhenNotAnswered() {
        for (Question question : List.of(
                TestQuestions.POLE,
                TestQuestions.MORE,
                TestQuestions.LAMPS,
                TestQuestions.SINCE,
                TestQuestions.LEAK,
                TestQuestions.SIGNS)) {
            assertProblem(
                    AnswerRules.judge(List.of(required(question)), TypedAnswers.NONE),
                    question,
                    "missing",
                    question.label());
        }
    }

    @Test
    void whatIsNotRequiredMayBeLeftOut() {
        assertThat(AnswerRules.judge(
                        List.of(TestQuestions.POLE, TestQuestions.MORE, TestQuestions.SINCE, TestQuestions.SIGNS),
                        TypedAnswers.NONE))
                .isEqualTo(new Judgement(List.of(), List.of()));
    }

    @Test
    void aNoticeIsNeverAnsweredAndNeverMissing() {
        assertThat(required(TestQuestions.READ).required()).isFalse();
        assertThat(judge(required(TestQuestions.READ), "yes")).isEqualTo(new Judgement(List.of(), List.of()));
    }

    @Test
    void aStringIsOneLine() {
        assertGiven(judge(TestQuestions.POLE, "a\nb"), "a b", "a b");
    }

    @Test
    void aTextKeepsItsLines() {
        assertGiven(judge(TestQuestions.MORE, "a\r\nb"), "a\nb", "a\nb");
    }

    @Test
    void textsHaveALongestLength() {
        assertThat(judge(TestQuestions.POLE, "💡".repeat(300)).problems()).isEmpty();
        assertProblem(
                judge(TestQuestions.POLE, "a".repeat(301)),
                TestQuestions.POLE,
                "long",
                TestQuestions.POLE.label(),
                300);
        assertThat(judge(TestQuestions.MORE, "💡".repeat(2000)).problems()).isEmpty();
        assertProblem(
                judge(TestQuestions.MORE, "a".repeat(2001)),
                TestQuestions.MORE,
                "long",
                TestQuestions.MORE.label(),
                2000);
        assertProblem(
                judge(TestQuestions.MORE, "a".repeat(100_000)),
                TestQuestions.MORE,
                "long",
                TestQuestions.MORE.label(),
                2000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|3|3",
                "' 3 '|3|3",
                "3,5|3.5|3,5",
                "3.50|3.5|3,5",
                "-7|-7|-7",
                "\u22127|-7|-7",
                "+7|7|7",
                "007|7|7",
                "0,0|0|0",
                "12 000|12000|12000",
                "12\u00a0000|12000|12000",
                "999999999999999|999999999999999|999999999999999"
            })
    void numbersAreUnderstoodAsPeopleWriteThem(String typed, String value, String shown) {
        assertGiven(judge(TestQuestions.LAMPS, typed), value, shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tre",
                "3 st",
                "1e9",
                "NaN",
                "Infinity",
                "3,5,6",
                "--1",
                "0x10",
                ",5",
                "5,",
                "1234567890123456",
                "1,1234567"
            })
    void whatIsNoNumberIsRefused(String typed) {
        assertProblem(judge(TestQuestions.LAMPS, typed), TestQuestions.LAMPS, "number", TestQuestions.LAMPS.label());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,2026-03-01,1 mars 2026",
        "2026/3/1,2026-03-01,1 mars 2026",
        "20260301,2026-03-01,1 mars 2026",
        "2024-02-29,2024-02-29,29 februari 2024",
        "2026-03-01T23:30:00Z,2026-03-02,2 mars 2026",
        "2026-03-01T23:30:00+01:00,2026-03-01,1 mars 2026",
        "2026-03-29T02:30:00,2026-03-29,29 mars 2026",
        "2026-10-25 02:30,2026-10-25,25 oktober 2026",
        "1900-01-01,1900-01-01,1 januari 1900",
        "2199-12-31,2199-12-31,31 december 2199"
    })
    void daysAreUnderstood(String typed, String value, String shown) {
        assertGiven(judge(TestQuestions.SINCE, typed), value, shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i går",
                "2025-02-29",
                "2026-13-01",
                "2026-00-10",
                "1899-12-31",
                "2200-01-01",
                "26-03-01",
                "2026",
                "1/3 2026"
            })
    void whatIsNoDayIsRefused(String typed) {
        assertProblem(judge(TestQuestions.SINCE, typed), TestQuestions.SINCE, "date", TestQuestions.SINCE.label());
    }

    @Test
    void aChoiceIsKeptByItsCodeAndShownByItsName() {
        assertGiven(judge(TestQuestions.LEAK, "no"), "no", "Nej");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "NO", "Nej", "no\nunsure"})
    void onlyOneOfTheChoices(String typed) {
        assertProblem(judge(TestQuestions.LEAK, typed), TestQuestions.LEAK, "choice", TestQuestions.LEAK.label());
    }

    @Test
    void severalChoicesAreKeptInTheirOrderAndOnce() {
        Judgement judged =
                AnswerRules.judge(List.of(TestQuestions.SIGNS), typed("signs", List.of("crack", "hole", "crack")));
        assertGiven(judged, "hole\ncrack", "Hål, Spricka");
        assertThat(judged.given().get(0).values(QuestionKind.CHOICES)).containsExactly("hole", "crack");
    }

    @Test
    void oneOfSeveralIsEnough() {
        assertGiven(judge(TestQuestions.SIGNS, "crack"), "crack", "Spricka");
    }

    @Test
    void anUnknownOneAmongSeveralIsRefused() {
        assertProblem(
                AnswerRules.judge(List.of(TestQuestions.SIGNS), typed("signs", List.of("hole", "fire"))),
                TestQuestions.SIGNS,
                "choice",
                TestQuestions.SIGNS.label());
    }

    @Test
    void aStopSaysWhomToCall() {
        assertProblem(judge(TestQuestions.LEAK, "yes"), TestQuestions.LEAK, "stopped", TestQuestions.STOP);
    }

    @Test
    void aStopAmongSeveralStopsToo() {
        assertProblem(
                AnswerRules.judge(List.of(TestQuestions.SIGNS), typed("signs", List.of("hole", "gas"))),
                TestQuestions.SIGNS,
                "stopped",
                Wording.of("Ring 112."));
    }

    @Test
    void problemsAndAnswersStandInTheOrderOfTheQuestions() {
        Judgement judged = AnswerRules.judge(
                List.of(TestQuestions.LEAK, TestQuestions.POLE, TestQuestions.LAMPS, TestQuestions.SINCE),
                typed("lamps", "tre", "pole", "9", "leak", "no", "since", "2026-03-01"));
        assertThat(judged.given()).extracting(GivenAnswer::code).containsExactly("leak", "pole", "since");
        assertThat(judged.problems()).extracting(AnswerProblem::field).containsExactly("extra-lamps");
    }

    @Test
    void manyLongCodesTogetherAreTooLong() {
        List<Choice> choices = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> new Choice("c".repeat(110) + i, Wording.of("n" + i)))
                .toList();
        Question many = new Question("many", QuestionKind.CHOICES, false, Wording.of("Vilka?"), choices, false);
        List<String> all = choices.stream().map(Choice::code).toList();
        // What does not fit in a draft is cut in the middle of a code, and a cut code is none.
        assertProblem(AnswerRules.judge(List.of(many), typed("many", all)), many, "choice", many.label());
    }

    @Test
    void whatWasNotShownIsShownFirst() {
        Judgement judged = AnswerRules.judgeForm(
                List.of(TestQuestions.LAMPS, TestQuestions.READ, TestQuestions.LEAK), typed("lamps", "tre"));
        assertThat(judged.problems())
                .extracting(AnswerProblem::field, AnswerProblem::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("questions", "report.question.unseen"),
                        org.assertj.core.groups.Tuple.tuple("extra-lamps", "report.question.number"));
    }

    @Test
    void whatWasShownMayBeLeftOut() {
        assertThat(AnswerRules.judgeForm(
                        List.of(TestQuestions.POLE, TestQuestions.READ), typed("pole", "", "read", "")))
                .isEqualTo(new Judgement(List.of(), List.of()));
    }

    @Test
    void aNoticeHasToBeShownToo() {
        assertThat(AnswerRules.judgeForm(List.of(TestQuestions.READ), TypedAnswers.NONE)
                        .problems())
                .extracting(AnswerProblem::key)
                .containsExactly("report.question.unseen");
    }

    @Test
    void aReportWithoutQuestionsNeedsNoAnswers() {
        assertThat(AnswerRules.judgeForm(List.of(), TypedAnswers.NONE)).isEqualTo(new Judgement(List.of(), List.of()));
    }

    @Test
    void codesOfOtherSystemsAreNeverMixedUp() {
        Question upper = TestQuestions.question("Färg på lampan?", QuestionKind.STRING, false, Wording.of("Färg"));
        Question lower = TestQuestions.question("färg på lampan?", QuestionKind.STRING, false, Wording.of("färg"));
        Judgement judged = AnswerRules.judge(List.of(upper, lower), typed(upper.code(), "röd", lower.code(), "blå"));
        assertThat(judged.given()).extracting(GivenAnswer::value).containsExactly("röd", "blå");
        assertThat(upper.key()).matches("[A-Za-z0-9_-]{1,60}").isNotEqualTo(lower.key());
        assertThat(AnswerRules.field(TestQuestions.POLE)).isEqualTo("extra-pole");
    }
}
