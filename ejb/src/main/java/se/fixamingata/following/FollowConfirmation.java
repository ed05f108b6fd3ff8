package se.fixamingata.following;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.account.Accounts;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.subscription.Subscription;

/** The link in the mail: whoever holds it shows that the address is theirs. Looking changes nothing; any number of clicks confirm once. */
@Stateless
public class FollowConfirmation {

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    SecretLinks links;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public FollowConfirmation() {}

    /** For tests. */
    FollowConfirmation(EntityManager em, Accounts accounts, SecretLinks links, AuditTrail audit, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the link would do.
     *
     * @param token as it came; may be null
     */
    public FollowState look(String token) {
        return find(token)
                .map(link -> state(link, em.find(Subscription.class, link.subjectId())))
                .orElseGet(FollowState.Unknown::new);
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never {@link FollowState.Waiting}
     */
    public FollowState confirm(String token) {
        Optional<SecretLink> found = find(token);
        if (found.isEmpty()) {
            return new FollowState.Unknown();
        }
        SecretLink link = found.get();
        Subscription subscription = em.find(Subscription.class, link.subjectId(), LockModeType.PESSIMISTIC_WRITE);
        FollowState state = state(link, subscription);
        if (!(state instanceof FollowState.Waiting)) {
            return state;
        }
        link.use(clock.instant());
        subscription.activate(clock.instant());
        accounts.find(subscription.email())
                .ifPresent(account -> subscription.belongTo(account.id(), subscription.language()));
        audit.record("resident", "report.followed", "report:" + link.reportId(), null);
        return new FollowState.Confirmed(link.reportId());
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> links.find(secret, Purpose.CONFIRM_FOLLOW));
    }

    /** The subscription is null when it was deleted, after 30 days or with its account. */
    private FollowState state(SecretLink link, Subscription subscription) {
        Report report = em.find(Report.class, link.reportId());
        if (subscription == null || report == null || !report.isListed()) {
            return new FollowState.Expired();
        }
        return switch (subscription.state()) {
            case ACTIVE -> new FollowState.Already(report.id());
            case ENDED -> new FollowState.Ended(report.id());
            case UNCONFIRMED ->
                link.isExpired(clock.instant()) ? new FollowState.Expired() : new FollowState.Waiting(report.title());
        };
    }
}
