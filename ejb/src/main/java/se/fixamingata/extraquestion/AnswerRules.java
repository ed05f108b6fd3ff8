package se.fixamingata.extraquestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.TypedText;

/**
 * Which answers may be sent (product.md, P3): nothing that was required is missing, everything is of its kind, and no choice says that
 * this has to be told by telephone.
 */
public final class AnswerRules {

    /** The field of problems that are about the questions together. */
    public static final String ALL = "questions";

    static final int STRING_MAX = 300;
    static final int TEXT_MAX = 2000;

    private static final String FIELD = "extra-";
    private static final String KEY = "report.question.";

    private AnswerRules() {}

    /**
     * What came of looking at the answers.
     *
     * @param given those that are right, in the order of the questions; to be kept when there is no problem
     * @param problems in the order of the questions
     */
    public record Judgement(List<GivenAnswer> given, List<AnswerProblem> problems) {

        public Judgement {
            given = List.copyOf(given);
            problems = List.copyOf(problems);
        }
    }

    /** What the field of that question is called in a form. */
    public static String field(Question question) {
        return field(question.key());
    }

    /** What the field of the question with that key is called. */
    public static String field(String key) {
        return FIELD + key;
    }

    /**
     * Looks at the answers of a person before a form. What was not shown yet is to be shown first, since a notice must have been read and
     * a stop must have been offered.
     */
    public static Judgement judgeForm(List<Question> questions, TypedAnswers typed) {
        List<Question> seen = questions.stream().filter(typed::isAsked).toList();
        Judgement judged = judge(seen, typed);
        if (seen.size() == questions.size()) {
            return judged;
        }
        List<AnswerProblem> problems = new ArrayList<>(judged.problems());
        problems.add(0, new AnswerProblem(ALL, KEY + "unseen", List.of()));
        return new Judgement(judged.given(), problems);
    }

    /** Looks at the answers; what was not answered is missing only where an answer is required. */
    public static Judgement judge(List<Question> questions, TypedAnswers typed) {
        List<GivenAnswer> given = new ArrayList<>();
        List<AnswerProblem> problems = new ArrayList<>();
        for (Question question : questions) {
            if (question.kind().wantsAnswer()) {
                judge(question, typed, given, problems);
            }
        }
        return new Judgement(given, problems);
    }

    private static void judge(
            Question question, TypedAnswers typed, List<GivenAnswer> given, List<AnswerProblem> problems) {
        if (!TypedText.isVisible(typed.text(question))) {
            if (question.required()) {
                problems.add(new AnswerProblem(question, KEY + "missing", question.label()));
            }
        } else if (question.kind().hasChoices()) {
            choose(question, typed, given, problems);
        } else {
            write(question, typed.text(question), given, problems);
        }
    }

    private static void choose(
            Question question, TypedAnswers typed, List<GivenAnswer> given, List<AnswerProblem> problems) {
        List<String> codes = typed.chosen(question);
        List<Choice> chosen = question.choices().stream()
                .filter(choice -> codes.contains(choice.code()))
                .toList();
        if (chosen.size() != codes.size() || question.kind() == QuestionKind.CHOICE && chosen.size() > 1) {
            problems.add(new AnswerProblem(question, KEY + "choice", question.label()));
            return;
        }
        Optional<Choice> stop = chosen.stream().filter(Choice::isStop).findFirst();
        if (stop.isPresent()) {
            problems.add(new AnswerProblem(question, KEY + "stopped", stop.get().stop()));
            return;
        }
        String value = String.join("\n", chosen.stream().map(Choice::code).toList());
        String shown = String.join(
                ", ", chosen.stream().map(choice -> choice.name().sv()).toList());
        keep(question, value, shown, TypedAnswers.KEPT, given, problems);
    }

    private static void write(Question question, String text, List<GivenAnswer> given, List<AnswerProblem> problems) {
        switch (question.kind()) {
            case NUMBER ->
                AnswerForms.number(text)
                        .ifPresentOrElse(
                                number -> keep(question, number, number.replace('.', ','), STRING_MAX, given, problems),
                                () -> problems.add(new AnswerProblem(question, KEY + "number", question.label())));
            case DATE ->
                AnswerForms.day(text)
                        .ifPresentOrElse(
                                day -> keep(
                                        question,
                                        day.toString(),
                                        AnswerForms.inWords(day, Language.SV),
                                        STRING_MAX,
                                        given,
                                        problems),
                                () -> problems.add(new AnswerProblem(question, KEY + "date", question.label())));
            case STRING -> {
                String line = TypedText.line(text, TypedAnswers.KEPT);
                keep(question, line, line, STRING_MAX, given, problems);
            }
            default -> keep(question, text, text, TEXT_MAX, given, problems);
        }
    }

    private static void keep(
            Question question,
            String value,
            String shown,
            int max,
            List<GivenAnswer> given,
            List<AnswerProblem> problems) {
        if (TypedText.length(value) > max) {
            problems.add(new AnswerProblem(question, KEY + "long", question.label(), max));
        } else {
            given.add(new GivenAnswer(
                    question.code(), question.label().sv(), value, TypedText.lines(shown, TypedAnswers.KEPT)));
        }
    }
}
