package se.fixamingata.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import se.fixamingata.category.Categories;
import se.fixamingata.shared.OneAtATime;

/** Templates that nobody in particular has written, for an authority that has none. */
@ApplicationScoped
public class ReadyTemplates {

    @Inject
    EntityManager em;

    @Inject
    Categories categories;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    public ReadyTemplates() {}

    /** For tests. */
    public ReadyTemplates(EntityManager em, Categories categories, OneAtATime turns, Clock clock) {
        this.em = em;
        this.categories = categories;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Needs a transaction. An authority with a template of its own is left alone.
     *
     * @throws IllegalArgumentException when one of them breaks a rule
     */
    public void give(String authorityCode, List<TemplateFields> ready) {
        turns.enter("templates:" + authorityCode);
        long own = em.createNamedQuery("ResponseTemplate.count", Long.class)
                .setParameter("authority", authorityCode)
                .getSingleResult();
        if (own > 0) {
            return;
        }
        for (TemplateFields fields : ready) {
            List<TemplateProblem> problems = TemplateRules.problems(fields, categories);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(fields.name() + ": " + problems);
            }
            em.persist(new ResponseTemplate(authorityCode, fields, clock.instant()));
        }
    }
}
