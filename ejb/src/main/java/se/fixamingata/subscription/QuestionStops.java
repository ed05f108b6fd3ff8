package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.UnsubscribeTokens.Ending;

/** Reporters who do not want to be asked whether it is fixed. Of the address only its hash is kept, in {@code question_stop}. */
@ApplicationScoped
public class QuestionStops {

    @Inject
    EntityManager em;

    @Inject
    UnsubscribeTokens tokens;

    @Inject
    ServiceSettings service;

    @Inject
    Clock clock;

    /** For the container. */
    public QuestionStops() {}

    /** For tests. */
    public QuestionStops(EntityManager em, UnsubscribeTokens tokens, ServiceSettings service, Clock clock) {
        this.em = em;
        this.tokens = tokens;
        this.service = service;
        this.clock = clock;
    }

    /** The address that ends these mails to the reporter of that report, for a mail that is being written. */
    public String link(long reportId) {
        return service.link(
                "/avregistrera/" + tokens.of(Ending.ofQuestions(reportId)).text());
    }

    /** Whether that address wants no such mail. */
    public boolean isStopped(String email) {
        return !em.createNativeQuery("select 1 from question_stop where address_hash = unhex(sha2(lower(?1), 256))")
                .setParameter(1, email)
                .getResultList()
                .isEmpty();
    }

    /** Twice is as good as once. Needs a transaction. */
    void stop(String email) {
        em.createNativeQuery(
                        "insert ignore into question_stop (address_hash, at) values (unhex(sha2(lower(?1), 256)), ?2)")
                .setParameter(1, email)
                .setParameter(2, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    /** Whose mails a link is about; empty when nobody knows the reporter any more. */
    Optional<String> reporter(long reportId) {
        return Optional.ofNullable(em.find(Report.class, reportId))
                .filter(report -> !report.reporter().isForgotten())
                .map(report -> report.reporter().email());
    }
}
