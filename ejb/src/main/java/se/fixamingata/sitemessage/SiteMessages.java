package se.fixamingata.sitemessage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What is told on the public pages now. All that is in force or to come is read at once and remembered for half a minute; what is changed
 * on this server is seen at once. While the database is away there are none: no page fails for want of a message.
 */
@ApplicationScoped
public class SiteMessages {

    private static final System.Logger LOG = System.getLogger(SiteMessages.class.getName());
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 500;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    private final LoadingCache<Boolean, List<SiteNotice>> unended =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(always -> read());

    /** For the container. */
    public SiteMessages() {}

    /** For tests. */
    SiteMessages(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** For everybody, on every page. */
    public List<SiteNotice> everywhere() {
        return inForce().stream()
                .filter(one -> one.authorityCode() == null && one.categoryCode() == null)
                .toList();
    }

    /** Of that authority, whatever the category; what is for everybody is not repeated. */
    public List<SiteNotice> of(String authorityCode) {
        return inForce().stream()
                .filter(one -> one.authorityCode() != null && one.categoryCode() == null)
                .filter(one -> one.isFor(authorityCode, null))
                .toList();
    }

    /** About that category, with that authority or everywhere. */
    public List<SiteNotice> about(String authorityCode, String categoryCode) {
        return inForce().stream()
                .filter(one -> one.categoryCode() != null)
                .filter(one -> one.isFor(authorityCode, categoryCode))
                .toList();
    }

    private List<SiteNotice> inForce() {
        return unended.get(true).stream()
                .filter(one -> one.isInForce(clock.instant()))
                .toList();
    }

    void refresh(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteMessagesChanged event) {
        unended.invalidateAll();
    }

    private List<SiteNotice> read() {
        try {
            return em.createNamedQuery("SiteMessage.unended", SiteMessage.class)
                    .setParameter("now", clock.instant())
                    .setMaxResults(MOST)
                    .getResultStream()
                    .map(SiteMessage::notice)
                    .toList();
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "No messages for half a minute: {0}", away.toString());
            return List.of();
        }
    }
}
