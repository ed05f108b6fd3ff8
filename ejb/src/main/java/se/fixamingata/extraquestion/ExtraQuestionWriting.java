package se.fixamingata.extraquestion;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.shared.TypedText;

/** Changing what an authority asks. */
@Stateless
public class ExtraQuestionWriting {

    /** More than this is no form any more. */
    public static final int MOST_QUESTIONS = 40;

    /** More than this is no list to choose from. */
    public static final int MOST_CHOICES = 200;

    @Inject
    EntityManager em;

    @Inject
    Event<ExtraQuestionsChanged> changed;

    /** For the container. */
    public ExtraQuestionWriting() {}

    /** For tests. */
    public ExtraQuestionWriting(EntityManager em, Event<ExtraQuestionsChanged> changed) {
        this.em = em;
        this.changed = changed;
    }

    /**
     * From now on the authority's own system asks exactly that about reports in the category; what it asked before and does not any more
     * goes. The authority's own questions stay as they are, also where the system asks by the same code: what people have worded beats
     * what a system calls it.
     *
     * @param wanted in their order, with the codes that the system knows; too long words are cut
     * @return the codes that cannot be asked, because they are blank or too long, because the authority asks by them itself,
     *     or because they are too many
     */
    public List<String> replaceRemote(String authorityCode, String categoryCode, List<Question> wanted) {
        Map<String, ExtraQuestion> stored = stored(authorityCode, categoryCode);
        int after = stored.values().stream()
                .filter(question -> !question.isRemote())
                .mapToInt(ExtraQuestion::sortOrder)
                .max()
                .orElse(0);
        Map<String, Question> fit = fit(wanted, stored);
        stored.values().removeIf(question -> !question.isRemote());
        if (!stored.isEmpty()) {
            em.createNamedQuery("ExtraChoice.deleteAll")
                    .setParameter(
                            "questions",
                            stored.values().stream().map(ExtraQuestion::id).toList())
                    .executeUpdate();
        }
        Map<Question, ExtraQuestion> written = new LinkedHashMap<>();
        for (Question question : fit.values()) {
            after++;
            written.put(question, write(authorityCode, categoryCode, question, after, stored.remove(question.code())));
        }
        stored.values().forEach(em::remove);
        // The choices' rows point at the questions'.
        em.flush();
        written.forEach(this::writeChoices);
        changed.fire(new ExtraQuestionsChanged(authorityCode));
        return wanted.stream()
                .map(Question::code)
                .filter(code -> !fit.containsKey(code))
                .toList();
    }

    /**
     * Gives an authority that asks nothing about reports in the category these questions of its own.
     *
     * @return whether it asked nothing
     */
    public boolean giveFirst(String authorityCode, String categoryCode, List<Question> questions) {
        if (!stored(authorityCode, categoryCode).isEmpty()) {
            return false;
        }
        Map<Question, ExtraQuestion> written = new LinkedHashMap<>();
        for (Question question : questions) {
            written.put(question, write(authorityCode, categoryCode, question, written.size() + 1, null));
        }
        // The choices' rows point at the questions'.
        em.flush();
        written.forEach(this::writeChoices);
        changed.fire(new ExtraQuestionsChanged(authorityCode));
        return true;
    }

    private Map<String, ExtraQuestion> stored(String authorityCode, String categoryCode) {
        Map<String, ExtraQuestion> stored = new LinkedHashMap<>();
        em.createNamedQuery("ExtraQuestion.ofCategory", ExtraQuestion.class)
                .setParameter("authority", authorityCode)
                .setParameter("category", categoryCode)
                .getResultList()
                .forEach(question -> stored.put(question.code(), question));
        return stored;
    }

    /** @param there how it is stored; null for a new one */
    private ExtraQuestion write(
            String authorityCode, String categoryCode, Question question, int order, ExtraQuestion there) {
        if (there != null) {
            there.rewrite(question, order);
            return there;
        }
        ExtraQuestion fresh = new ExtraQuestion(authorityCode, categoryCode, question, order);
        em.persist(fresh);
        return fresh;
    }

    private void writeChoices(Question question, ExtraQuestion stored) {
        int order = 0;
        for (Choice choice : question.choices()) {
            order++;
            em.persist(new ExtraChoice(stored.id(), choice, order));
        }
    }

    private static Map<String, Question> fit(List<Question> wanted, Map<String, ExtraQuestion> stored) {
        Map<String, Question> fit = new LinkedHashMap<>();
        for (Question question : wanted) {
            ExtraQuestion there = stored.get(question.code());
            if (isCode(question.code(), ExtraQuestion.CODE_MAX)
                    && fit.size() < MOST_QUESTIONS
                    && (there == null || there.isRemote())) {
                fit.putIfAbsent(question.code(), clean(question));
            }
        }
        return fit;
    }

    /** A code is kept to the letter or not at all: the system must know it again. */
    private static boolean isCode(String code, int max) {
        return !code.isBlank() && code.equals(TypedText.line(code, max));
    }

    private static Question clean(Question question) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        question.choices().stream()
                .filter(choice -> isCode(choice.code(), ExtraChoice.CODE_MAX))
                .limit(MOST_CHOICES)
                .forEach(choice -> choices.putIfAbsent(choice.code(), clean(choice)));
        // A list with nothing in it could never be answered.
        boolean emptyList = question.kind().hasChoices() && choices.isEmpty();
        return new Question(
                question.code(),
                emptyList ? QuestionKind.STRING : question.kind(),
                question.required(),
                cut(question.label(), ExtraQuestion.LABEL_MAX, question.code()),
                List.copyOf(choices.values()),
                true);
    }

    private static Choice clean(Choice choice) {
        return new Choice(
                choice.code(),
                cut(choice.name(), ExtraChoice.NAME_MAX, choice.code()),
                choice.isStop() ? cut(choice.stop(), ExtraChoice.STOP_MAX, choice.code()) : null);
    }

    /** Whoever has no words is called by its code. */
    private static Wording cut(Wording words, int max, String code) {
        String sv = TypedText.lines(words.sv(), max);
        String en = TypedText.lines(words.en(), max);
        return new Wording(
                TypedText.isVisible(sv) ? sv : TypedText.line(code, max), TypedText.isVisible(en) ? en : null);
    }
}
