package se.fixamingata.extraquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.report.ReportRow;

class ExtraQuestionsIT extends DatabaseTest {

    private static final Question REMOTE_POLE =
            new Question("POLE.ID", QuestionKind.STRING, true, Wording.of("Pole number"), List.of(), true);
    private static final Question REMOTE_LIST = new Question(
            "type",
            QuestionKind.CHOICES,
            false,
            Wording.of("Type"),
            List.of(
                    new Choice("b", Wording.of("Second by letter")),
                    new Choice("A", Wording.of("Big")),
                    new Choice("a", Wording.of("Small"), Wording.of("Call 112"))),
            true);

    private final RecordedEvents<ExtraQuestionsChanged> changed = new RecordedEvents<>();
    private ExtraQuestionWriting writing;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        writing = new ExtraQuestionWriting(em, changed);
    }

    private void own(String authority, String category, Question... questions) {
        TestQuestions.ask(em, authority, category, questions);
        flushAndClear();
    }

    private List<Question> read(String authority, String category) {
        flushAndClear();
        return new ExtraQuestions(em).of(authority, category);
    }

    @Test
    void readsWhatIsAskedInItsOrder() {
        own("1780", "water", TestQuestions.LEAK, TestQuestions.READ, TestQuestions.SIGNS, TestQuestions.POLE);
        own("1780", "lighting", TestQuestions.POLE);
        own("1763", "water", TestQuestions.MORE, TestQuestions.SINCE, TestQuestions.LAMPS);

        assertThat(read("1780", "water"))
                .containsExactly(TestQuestions.LEAK, TestQuestions.READ, TestQuestions.SIGNS, TestQuestions.POLE);
        assertThat(read("1763", "water")).containsExactly(TestQuestions.MORE, TestQuestions.SINCE, TestQuestions.LAMPS);
        assertThat(read("1763", "lighting")).isEmpty();
        assertThat(read("0180", "water")).isEmpty();
        assertThat(read(null, "water")).isEmpty();
        assertThat(read("1780", null)).isEmpty();
        assertThat(new ExtraQuestions(em).byCategory("1780")).containsOnlyKeys("water", "lighting");
        assertThat(new ExtraQuestions(em).find("1780", "water", "leak")).contains(TestQuestions.LEAK);
        assertThat(new ExtraQuestions(em).find("1780", "water", "LEAK")).isEmpty();
    }

    @Test
    void remembersForAWhileButSeesAChangeAtOnce() {
        ExtraQuestions questions = new ExtraQuestions(em);
        assertThat(questions.of("1780", "water")).isEmpty();
        own("1780", "water", TestQuestions.POLE);
        assertThat(questions.of("1780", "water")).isEmpty();
        questions.refresh(new ExtraQuestionsChanged("1763"));
        assertThat(questions.of("1780", "water")).isEmpty();
        questions.refresh(new ExtraQuestionsChanged("1780"));
        assertThat(questions.of("1780", "water")).containsExactly(TestQuestions.POLE);
    }

    @Test
    void aSystemsQuestionsStandAfterTheAuthoritysOwn() {
        own("1780", "water", TestQuestions.LEAK, TestQuestions.READ);

        assertThat(writing.replaceRemote("1780", "water", List.of(REMOTE_POLE, REMOTE_LIST)))
                .isEmpty();

        assertThat(read("1780", "water"))
                .containsExactly(TestQuestions.LEAK, TestQuestions.READ, REMOTE_POLE, REMOTE_LIST);
        assertThat(changed.fired()).containsExactly(new ExtraQuestionsChanged("1780"));
    }

    @Test
    void whatTheSystemAsksNoLongerGoesAndTheRestIsRewritten() {
        own("1780", "water", TestQuestions.LEAK);
        own("1780", "lighting", REMOTE_POLE);
        writing.replaceRemote("1780", "water", List.of(REMOTE_POLE, REMOTE_LIST));
        flushAndClear();
        Question fewer = new Question(
                "type",
                QuestionKind.CHOICE,
                true,
                new Wording("Typ", "Type"),
                List.of(new Choice("a", Wording.of("Liten")), new Choice("c", Wording.of("Ny"))),
                true);

        writing.replaceRemote("1780", "water", List.of(fewer));

        assertThat(read("1780", "water")).containsExactly(TestQuestions.LEAK, fewer);
        assertThat(read("1780", "lighting")).containsExactly(REMOTE_POLE);
        assertThat(em.createNativeQuery("select count(*) from extra_choice c join extra_question q"
                                + " on q.id = c.question_id where q.code = 'type'")
                        .getSingleResult())
                .isEqualTo(2L);

        writing.replaceRemote("1780", "water", List.of());
        assertThat(read("1780", "water")).containsExactly(TestQuestions.LEAK);
    }

    @Test
    void theSameAgainChangesNothing() {
        writing.replaceRemote("1780", "water", List.of(REMOTE_POLE, REMOTE_LIST));
        flushAndClear();
        Object ids = ids();
        writing.replaceRemote("1780", "water", List.of(REMOTE_POLE, REMOTE_LIST));
        assertThat(read("1780", "water")).containsExactly(REMOTE_POLE, REMOTE_LIST);
        assertThat(ids()).isEqualTo(ids);
    }

    private Object ids() {
        return em.createNativeQuery("select id from extra_question order by id").getResultList();
    }

    @Test
    void whatPeopleHaveWordedBeatsWhatTheSystemCallsIt() {
        own("1780", "lighting", TestQuestions.POLE);
        Question theirs = new Question("pole", QuestionKind.NUMBER, true, Wording.of("POLE_NO"), List.of(), true);

        assertThat(writing.replaceRemote("1780", "lighting", List.of(theirs, REMOTE_LIST)))
                .containsExactly("pole");

        assertThat(read("1780", "lighting")).containsExactly(TestQuestions.POLE, REMOTE_LIST);
    }

    @Test
    void strangeDefinitionsAreTamed() {
        Question tooLong = TestQuestions.question("c".repeat(121), QuestionKind.STRING, false, Wording.of("x"));
        Question blank = TestQuestions.question(" ", QuestionKind.STRING, false, Wording.of("x"));
        Question wordless = TestQuestions.question("Ö 1", QuestionKind.STRING, false, new Wording(" ", " "));
        Question wordy = TestQuestions.question("wordy", QuestionKind.TEXT, false, Wording.of("💡".repeat(2000)));
        Question emptyList = new Question("empty", QuestionKind.CHOICE, true, Wording.of("Leer"), List.of(), true);
        Question longList = new Question(
                "long",
                QuestionKind.CHOICE,
                false,
                Wording.of("Lång"),
                IntStream.range(0, 500)
                        .mapToObj(
                                i -> new Choice(i == 0 ? "d".repeat(121) : "d" + i % 400, Wording.of("n".repeat(300))))
                        .toList(),
                true);

        assertThat(writing.replaceRemote(
                        "1780", "water", List.of(tooLong, blank, wordless, wordy, wordy, emptyList, longList)))
                .containsExactly(tooLong.code(), " ");

        List<Question> read = read("1780", "water");
        assertThat(read).extracting(Question::code).containsExactly("Ö 1", "wordy", "empty", "long");
        assertThat(read).allMatch(Question::remote);
        assertThat(read.get(0).label().sv()).isEqualTo("Ö 1");
        assertThat(read.get(1).label().sv()).isEqualTo("💡".repeat(1000));
        assertThat(read.get(2).kind()).isEqualTo(QuestionKind.STRING);
        assertThat(read.get(2).required()).isTrue();
        assertThat(read.get(3).choices()).hasSize(ExtraQuestionWriting.MOST_CHOICES);
        assertThat(read.get(3).choices()).allMatch(choice -> choice.name().sv().length() == 200);
    }

    @Test
    void noMoreThanAForm() {
        List<Question> flood = IntStream.range(0, 100)
                .mapToObj(i -> TestQuestions.question("q" + i, QuestionKind.STRING, false, Wording.of("Fråga " + i)))
                .toList();
        assertThat(writing.replaceRemote("1780", "water", flood)).hasSize(60).startsWith("q40");
        assertThat(read("1780", "water")).hasSize(ExtraQuestionWriting.MOST_QUESTIONS);
    }

    @Test
    void answersGoWithTheirReport() {
        long first = 1;
        long second = 2;
        long silent = 3;
        ReportRow.add(
                em,
                ReportRow.of(first, 59.52, 13.48),
                ReportRow.of(second, 59.53, 13.48),
                ReportRow.of(silent, 59.54, 13.48));
        ReportAnswers answers = new ReportAnswers(em);
        GivenAnswer pole = new GivenAnswer("pole", "Stolpens nummer", "17 B", "17 B");
        GivenAnswer signs = new GivenAnswer("Pole", "Vad ser du?", "hole\ncrack", "Hål, Spricka");
        answers.keep(first, List.of(signs, pole));
        answers.keep(second, List.of(pole));
        flushAndClear();

        assertThat(answers.of(first)).containsExactly(signs, pole);
        assertThat(answers.of(silent)).isEmpty();
        assertThat(answers.of(List.of(first, second, silent)))
                .isEqualTo(Map.of(first, List.of(signs, pole), second, List.of(pole)));
        assertThat(answers.of(List.of())).isEmpty();

        em.createNativeQuery("delete from report where id = ?1")
                .setParameter(1, first)
                .executeUpdate();
        flushAndClear();
        assertThat(answers.of(first)).isEmpty();
    }
}
