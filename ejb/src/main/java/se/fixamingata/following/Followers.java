package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;

/** Who follows which report. */
@ApplicationScoped
public class Followers {

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
        return em.createNamedQuery("Subscription.followers", Follower.class)
                .setParameter("report", reportId)
                .getResultList();
    }

    /** The follower with that address, if there is one who is still to be told: asked again when the mail is written. */
    public Optional<Follower> find(long reportId, String email) {
        return em.createNamedQuery("Subscription.follower", Follower.class)
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
