package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.shared.SqlTime;

/** How long mails that came in are kept: what is settled goes after a while, what somebody has to decide about stays. */
@ApplicationScoped
public class MailRetention {

    private static final String SETTLED = "delete from incoming_mail where state in"
            + " ('PUBLISHED', 'AUTOMATIC', 'BOUNCE', 'REFUSED', 'HANDLED') and received_at < ?1 limit ?2";

    @Inject
    EntityManager em;

    @Inject
    @ConfigProperty(name = "fmg.retention.incoming.mail.days")
    int days;

    @Inject
    Clock clock;

    /** For the container. */
    public MailRetention() {}

    /** For tests. */
    MailRetention(EntityManager em, int days, Clock clock) {
        this.em = em;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Deletes what is settled and has had its time. Needs a transaction.
     *
     * @return how many, at most {@code limit}
     */
    public int deleteSettled(int limit) {
        return em.createNativeQuery(SETTLED)
                .setParameter(1, SqlTime.text(clock.instant().minus(Duration.ofDays(days))))
                .setParameter(2, limit)
                .executeUpdate();
    }
}
