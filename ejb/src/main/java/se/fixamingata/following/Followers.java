package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.subscription.Subscription;

/** Who follows which report. */
@ApplicationScoped
public class Followers {

    private static final String FOLLOWER =
            "select new se.fixamingata.following.Follower(s.id, s.email, s.language) from Subscription s, Report r"
                    + " where r.id = s.reportId and s.reportId = :report"
                    + " and s.state = se.fixamingata.subscription.SubscriptionState.ACTIVE and r.listed = true";
    private static final String ALL =
            FOLLOWER + " and (r.reporter.email is null or r.reporter.email <> s.email) order by s.id";
    private static final String ONE = FOLLOWER + " and s.email = :email";

    @Inject
    EntityManager em;

    /** For the container. */
    public Followers() {}

    /** For tests. */
    public Followers(EntityManager em) {
        this.em = em;
    }

    /**
     * Everybody who is to be told when something happens to the report, in one query. Nobody when it is not public any more: followers
     * are strangers. The reporter, who is told anyway, is not among them.
     */
    public List<Follower> of(long reportId) {
        return em.createQuery(ALL, Follower.class)
                .setParameter("report", reportId)
                .getResultList();
    }

    /** The follower with that address, if there is one who is still to be told: asked again when the mail is written. */
    public Optional<Follower> find(long reportId, String email) {
        return em.createQuery(ONE, Follower.class)
                .setParameter("report", reportId)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** How many follow it. */
    public long count(long reportId) {
        return em.createNamedQuery("Subscription.count", Long.class)
                .setParameter("report", reportId)
                .getSingleResult();
    }

    /** Whether that person follows it, with the account or by the account's address. */
    public boolean isFollowing(Caller caller, long reportId) {
        return find(caller, reportId).stream().anyMatch(Subscription::isActive);
    }

    List<Subscription> find(Caller caller, long reportId) {
        return em.createNamedQuery("Subscription.ofAccount", Subscription.class)
                .setParameter("report", reportId)
                .setParameter("account", caller.accountId())
                .setParameter("email", caller.email())
                .getResultList();
    }

    /** What the holder of that address has said about following the report. */
    public Optional<Subscription> find(String email, long reportId) {
        return em.createNamedQuery("Subscription.ofEmail", Subscription.class)
                .setParameter("report", reportId)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }
}
