package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.blocking.BlockedAddresses;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.shared.HourlyAllowance;

/** Keeps anybody from flooding somebody else's mailbox by typing that address. */
@ApplicationScoped
public class SubscriptionMailLimit {

    private static final Set<NotificationKind> ASKING =
            EnumSet.of(NotificationKind.CONFIRM_FOLLOW, NotificationKind.CONFIRM_SUBSCRIPTION);

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.follow.mails.per.hour")
    int mailsPerHour;

    /** For the container. */
    public SubscriptionMailLimit() {}

    /** For tests. */
    public SubscriptionMailLimit(EntityManager em, Clock clock, int mailsPerHour) {
        this.em = em;
        this.clock = clock;
        this.mailsPerHour = mailsPerHour;
    }

    /** How many more may go to that address now. */
    public HourlyAllowance left(String email) {
        Instant now = clock.instant();
        TypedQuery<Instant> planned = em.createQuery(
                        "select n.createdAt from Notification n where n.recipient = :email and n.kind in :kinds"
                                + " and n.createdAt > :since order by n.createdAt",
                        Instant.class)
                .setParameter("email", email)
                .setParameter("kinds", ASKING);
        return HourlyAllowance.of(planned, mailsPerHour, now);
    }

    /** Whether the address may not be used here at all. */
    public boolean isBlocked(String email) {
        return new BlockedAddresses(em, clock).contains(email);
    }
}
