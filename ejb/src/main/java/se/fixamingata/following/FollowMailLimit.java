package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.notification.NotificationKind;

/** Keeps anybody from flooding somebody else's mailbox by typing that address. */
@ApplicationScoped
class FollowMailLimit {

    private static final Duration HOUR = Duration.ofHours(1);

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

    /** Until one more may go to that address; 0 for now. */
    int minutesToWait(String email) {
        List<Instant> planned = em.createQuery(
                        "select n.createdAt from Notification n where n.recipient = :email and n.kind = :kind"
                                + " and n.createdAt > :since order by n.createdAt desc",
                        Instant.class)
                .setParameter("email", email)
                .setParameter("kind", NotificationKind.CONFIRM_FOLLOW)
                .setParameter("since", clock.instant().minus(HOUR))
                .setMaxResults(Math.max(1, mailsPerHour))
                .getResultList();
        if (planned.size() < mailsPerHour) {
            return 0;
        }
        Instant free = planned.isEmpty()
                ? clock.instant().plus(HOUR)
                : planned.get(planned.size() - 1).plus(HOUR);
        return (int) (Duration.between(clock.instant(), free).toSeconds() / 60 + 1);
    }
}
