package se.fixamingata.following;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;

/**
 * The link that ends following, in every mail to a follower (RFC 8058): its holder needs to be nobody else, and to know nothing else.
 * Looking changes nothing, so that mail scanners end nothing; ending twice is as good as once.
 */
@Stateless
public class Unsubscribing {

    @Inject
    EntityManager em;

    @Inject
    UnsubscribeTokens tokens;

    @Inject
    SecretLinks links;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Unsubscribing() {}

    /** For tests. */
    Unsubscribing(EntityManager em, UnsubscribeTokens tokens, SecretLinks links, AuditTrail audit, Clock clock) {
        this.em = em;
        this.tokens = tokens;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the link would do.
     *
     * @param token as it came; may be null
     */
    public UnsubscribeState look(String token) {
        return find(token)
                .map(link -> state(link, em.find(Subscription.class, link.subscriptionId())))
                .orElseGet(UnsubscribeState.Unknown::new);
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never {@link UnsubscribeState.Following}
     */
    public UnsubscribeState end(String token) {
        Optional<Link> found = find(token);
        if (found.isEmpty()) {
            return new UnsubscribeState.Unknown();
        }
        Link link = found.get();
        Subscription subscription = em.find(Subscription.class, link.subscriptionId(), LockModeType.PESSIMISTIC_WRITE);
        UnsubscribeState state = state(link, subscription);
        if (!(state instanceof UnsubscribeState.Following)) {
            return state;
        }
        subscription.end(clock.instant());
        audit.record("resident", "report.unfollowed", "report:" + link.reportId(), null);
        return state(link, subscription);
    }

    /** @param expired only what was mailed before links were signed runs out */
    private record Link(long reportId, long subscriptionId, boolean expired) {}

    private Optional<Link> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> tokens.read(secret)
                .map(ending -> new Link(ending.reportId(), ending.subscriptionId(), false))
                .or(() -> stored(secret)));
    }

    /** Each mail had a secret of its own once, and some of those mails are still there. */
    private Optional<Link> stored(SecretToken secret) {
        return links.find(secret, Purpose.UNSUBSCRIBE)
                .map(link -> new Link(link.reportId(), link.subjectId(), link.isExpired(clock.instant())));
    }

    /** The subscription is null when it was deleted, some time after its end or with its account. */
    private UnsubscribeState state(Link link, Subscription subscription) {
        Report report = em.find(Report.class, link.reportId());
        boolean open = report != null && report.isListed();
        if (subscription == null || !subscription.isActive()) {
            return new UnsubscribeState.Ended(link.reportId(), open);
        }
        return link.expired()
                ? new UnsubscribeState.Expired()
                : new UnsubscribeState.Following(link.reportId(), open ? report.title() : "");
    }
}
