package se.fixamingata.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many days there are: what the authority has set for the category, else for all, else what the service's settings say. */
@ApplicationScoped
public class DeadlineRules {

    @Inject
    EntityManager em;

    @Inject
    @ConfigProperty(name = "fmg.deadline.answer.days")
    int answerDays;

    @Inject
    @ConfigProperty(name = "fmg.deadline.solve.days")
    int solveDays;

    /** For the container. */
    public DeadlineRules() {}

    /** For tests. */
    public DeadlineRules(EntityManager em, DueDays standard) {
        this.em = em;
        answerDays = standard.answer();
        solveDays = standard.solve();
    }

    /** Where nobody has set anything. */
    public DueDays standard() {
        return new DueDays(answerDays, solveDays);
    }

    /** What holds for a report of that authority and category. */
    public DueDays of(String authorityCode, String categoryCode) {
        // Whoever asks is in the middle of changing a report, and writes it when it is done.
        Optional<Deadline> closest = em.createNamedQuery("Deadline.forCategory", Deadline.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("authority", authorityCode)
                .setParameter("category", categoryCode)
                .getResultStream()
                .min(Comparator.comparing(one -> one.categoryCode() == null));
        return closest.map(Deadline::days).orElseGet(this::standard);
    }
}
