package se.fixamingata.extraquestion;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions to test with, one of each kind. */
public final class TestQuestions {

    public static final Wording STOP = new Wording("Ring VA-jouren: 054-540 10 00.", "Call 054-540 10 00.");

    public static final Question POLE =
            question("pole", QuestionKind.STRING, false, new Wording("Stolpens nummer", "Number on the pole"));
    public static final Question MORE = question("more", QuestionKind.TEXT, false, Wording.of("Berätta mer"));
    public static final Question LAMPS = question("lamps", QuestionKind.NUMBER, true, Wording.of("Hur många lampor?"));
    public static final Question SINCE = question("since", QuestionKind.DATE, false, Wording.of("Sedan när?"));
    public static final Question LEAK = new Question(
            "leak",
            QuestionKind.CHOICE,
            true,
            new Wording("Rinner det vatten nu?", "Is water running now?"),
            List.of(
                    new Choice("no", new Wording("Nej", "No")),
                    new Choice("yes", new Wording("Ja", "Yes"), STOP),
                    new Choice("unsure", Wording.of("Vet inte"))),
            false);
    public static final Question SIGNS = new Question(
            "signs",
            QuestionKind.CHOICES,
            false,
            Wording.of("Vad ser du?"),
            List.of(
                    new Choice("hole", Wording.of("Hål")),
                    new Choice("crack", Wording.of("Spricka")),
                    new Choice("gas", Wording.of("Gaslukt"), Wording.of("Ring 112."))),
            false);
    public static final Question READ = question("read", QuestionKind.NOTICE, false, Wording.of("Rör inte kablar."));

    private TestQuestions() {}

    public static Question question(String code, QuestionKind kind, boolean required, Wording label) {
        return new Question(code, kind, required, label, List.of(), false);
    }

    /** Answers by code: {@code "pole", "17"}. */
    public static TypedAnswers typed(String... pairs) {
        return TypedAnswers.ofCodes(Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .collect(Collectors.toMap(i -> pairs[i], i -> List.of(pairs[i + 1]))));
    }

    /** Writes them. */
    public static void ask(EntityManager em, String authority, String category, Question... questions) {
        for (int i = 0; i < questions.length; i++) {
            ExtraQuestion stored = new ExtraQuestion(authority, category, questions[i], i + 1);
            em.persist(stored);
            em.flush();
            int order = 0;
            for (Choice choice : questions[i].choices()) {
                order++;
                em.persist(new ExtraChoice(stored.id(), choice, order));
            }
        }
    }

    static TypedAnswers typed(String code, List<String> values) {
        return TypedAnswers.ofCodes(Map.of(code, values));
    }
}
