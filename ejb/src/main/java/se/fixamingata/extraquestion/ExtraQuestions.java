package se.fixamingata.extraquestion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the authorities ask. Remembered for 30 seconds; a change on this server is seen at once. */
@ApplicationScoped
public class ExtraQuestions {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    /** More than there are authorities. */
    private static final int MOST = 400;

    @Inject
    EntityManager em;

    private final LoadingCache<String, Map<String, List<Question>>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build(this::read);

    /** For the container. */
    public ExtraQuestions() {}

    /** For tests. */
    public ExtraQuestions(EntityManager em) {
        this.em = em;
    }

    /** What is asked about reports in that category, in its order; mostly nothing. Either may be null. */
    public List<Question> of(String authorityCode, String categoryCode) {
        return categoryCode == null ? List.of() : byCategory(authorityCode).getOrDefault(categoryCode, List.of());
    }

    /** Everything that the authority asks, by code of the category; categories without questions are not in it. Null asks nothing. */
    public Map<String, List<Question>> byCategory(String authorityCode) {
        return authorityCode == null ? Map.of() : known.get(authorityCode);
    }

    /** The question with that code as it is asked today; empty when it is asked no longer. */
    public Optional<Question> find(String authorityCode, String categoryCode, String code) {
        return of(authorityCode, categoryCode).stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    /** Forgets what is remembered of that authority. */
    void refresh(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExtraQuestionsChanged event) {
        known.invalidate(event.authorityCode());
    }

    private Map<String, List<Question>> read(String authorityCode) {
        Map<Long, List<Choice>> choices = em.createNamedQuery("ExtraChoice.ofAuthority", ExtraChoice.class)
                .setParameter("authority", authorityCode)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        ExtraChoice::questionId, Collectors.mapping(ExtraChoice::choice, Collectors.toList())));
        return em.createNamedQuery("ExtraQuestion.ofAuthority", ExtraQuestion.class)
                .setParameter("authority", authorityCode)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        ExtraQuestion::categoryCode,
                        Collectors.mapping(
                                question -> question.question(choices.getOrDefault(question.id(), List.of())),
                                Collectors.collectingAndThen(Collectors.toList(), List::copyOf))));
    }
}
