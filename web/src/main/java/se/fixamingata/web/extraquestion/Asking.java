package se.fixamingata.web.extraquestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.extraquestion.Choice;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.shared.Language;

/** What is asked about reports in a category, as forms show it. */
@ApplicationScoped
public class Asking {

    @Inject
    ExtraQuestions questions;

    @Inject
    CategoryCatalogue catalogue;

    /**
     * Who asks: the authority that is responsible for that category there.
     *
     * @return null when nobody does, because the category is not offered
     */
    public String authority(String municipalityCode, String categoryCode) {
        return catalogue.isAvailable(municipalityCode, categoryCode)
                ? catalogue.authorityFor(municipalityCode, categoryCode)
                : null;
    }

    /**
     * The questions in their order.
     *
     * @param authorityCode who asks; null for nobody
     * @param problem what is wrong with a field, by its name; empty when nothing is
     */
    public List<AskedQuestion> ask(
            String authorityCode,
            String categoryCode,
            TypedAnswers typed,
            Language language,
            UnaryOperator<String> problem) {
        return questions.of(authorityCode, categoryCode).stream()
                .map(question -> asked(question, typed, language, problem))
                .toList();
    }

    static AskedQuestion asked(
            Question question, TypedAnswers typed, Language language, UnaryOperator<String> problem) {
        String field = AnswerRules.field(question);
        return new AskedQuestion(
                question.key(),
                field,
                question.kind(),
                question.required(),
                question.label().in(language),
                question.label().isForeign(language),
                question.choices().stream()
                        .map(choice -> asked(choice, typed.isChosen(question, choice), language))
                        .toList(),
                typed.text(question),
                problem.apply(field));
    }

    private static AskedChoice asked(Choice choice, boolean chosen, Language language) {
        return new AskedChoice(
                choice.code(),
                choice.name().in(language),
                choice.name().isForeign(language),
                choice.isStop() ? PhoneWords.of(choice.stop().in(language)) : List.of(),
                choice.isStop() && choice.stop().isForeign(language),
                chosen);
    }
}
