package se.fixamingata.extraquestion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.fixamingata.shared.Language;

/** Answers are kept in Swedish, which the authority reads. Here they are told in the language of whoever gave them, as far as possible. */
public final class AnswerWords {

    private AnswerWords() {}

    /**
     * The answer in that language. Where the question is asked no longer, or in other words by now, it stays as it is.
     *
     * @param asked the question as it is asked today; empty when it is not
     */
    public static GivenAnswer in(Language language, GivenAnswer answer, Optional<Question> asked) {
        return asked.filter(question -> language != Language.SV)
                .filter(question -> question.label().sv().equals(answer.question()))
                .map(question -> new GivenAnswer(
                        answer.code(),
                        question.label().in(language),
                        answer.value(),
                        shown(language, answer, question)))
                .orElse(answer);
    }

    private static String shown(Language language, GivenAnswer answer, Question question) {
        return switch (question.kind()) {
            case CHOICE, CHOICES -> names(language, answer, question);
            case NUMBER -> answer.value();
            case DATE ->
                AnswerForms.day(answer.value())
                        .map(day -> AnswerForms.inWords(day, language))
                        .orElse(answer.shown());
            default -> answer.shown();
        };
    }

    private static String names(Language language, GivenAnswer answer, Question question) {
        List<Optional<Choice>> chosen =
                answer.values(question.kind()).stream().map(question::choice).toList();
        return chosen.stream().allMatch(Optional::isPresent)
                ? chosen.stream()
                        .map(choice -> choice.get().name().in(language))
                        .collect(Collectors.joining(", "))
                : answer.shown();
    }
}
