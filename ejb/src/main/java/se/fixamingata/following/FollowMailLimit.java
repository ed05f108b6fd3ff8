package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.shared.HourlyAllowance;

/** Keeps anybody from flooding somebody else's mailbox by typing that address. */
@ApplicationScoped
class FollowMailLimit {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.follow.mails.per.hour")
    int mailsPerHour;

    /** For the container. */
    FollowMailLimit() {}

    /** For tests. */
    FollowMailLimit(EntityManager em, Clock clock, int mailsPerHour) {
        this.em = em;
        this.clock = clock;
        this.mailsPerHour = mailsPerHour;
    }

    /** How many more may go to that address now. */
    HourlyAllowance left(String email) {
        Instant now = clock.instant();
        TypedQuery<Instant> planned = em.createQuery(
                        "select n.createdAt from Notification n where n.recipient = :email and n.kind = :kind"
                                + " and n.createdAt > :since order by n.createdAt",
                        Instant.class)
                .setParameter("email", email)
                .setParameter("kind", NotificationKind.CONFIRM_FOLLOW);
        return HourlyAllowance.of(planned, mailsPerHour, now);
    }
}
