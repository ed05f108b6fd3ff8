package se.fixamingata.extraquestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers that reports were sent with. For the authority and the reporter: whoever calls asks first who is reading. */
@ApplicationScoped
public class ReportAnswers {

    @Inject
    EntityManager em;

    /** For the container. */
    public ReportAnswers() {}

    /** For tests. */
    public ReportAnswers(EntityManager em) {
        this.em = em;
    }

    /** Keeps them with a report that was stored in this transaction. */
    public void keep(long reportId, List<GivenAnswer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            em.persist(new ReportAnswer(reportId, answers.get(i), i + 1));
        }
    }

    /** In the order in which they were asked; empty for most reports. */
    public List<GivenAnswer> of(long reportId) {
        return of(List.of(reportId)).getOrDefault(reportId, List.of());
    }

    /**
     * Those of several reports in one query; who has none is not in it.
     *
     * @param reports a thousand at most
     */
    public Map<Long, List<GivenAnswer>> of(Collection<Long> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return em.createNamedQuery("ReportAnswer.of", ReportAnswer.class)
                .setParameter("reports", reports)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        ReportAnswer::reportId,
                        Collectors.mapping(
                                ReportAnswer::answer,
                                Collectors.collectingAndThen(Collectors.toList(), List::copyOf))));
    }
}
