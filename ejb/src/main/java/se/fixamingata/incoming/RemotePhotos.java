package se.fixamingata.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.photo.PhotoStore;

/** Pictures that are to be fetched, once what they belong to is there. */
@ApplicationScoped
public class RemotePhotos {

    @Inject
    EntityManager em;

    @Inject
    Event<RemotePhotoDue> due;

    @Inject
    Clock clock;

    /** For the container. */
    public RemotePhotos() {}

    /** For tests. */
    public RemotePhotos(EntityManager em, Event<RemotePhotoDue> due, Clock clock) {
        this.em = em;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Notes down what is to be fetched; an address that is waited for already, with whatever signature behind it, is passed over. Needs
     * a transaction.
     *
     * @param updateId null for pictures of the report itself
     * @param urls as the system gave them; what is none that could be called is passed over
     */
    public void await(String authorityCode, long reportId, Long updateId, List<String> urls) {
        if (urls.isEmpty()) {
            return;
        }
        List<RemotePhoto> before = of(reportId, updateId);
        Set<String> known = before.stream().map(one -> place(one.url())).collect(Collectors.toSet());
        List<RemotePhoto> wanted = urls.stream()
                .map(String::strip)
                .distinct()
                .filter(url -> place(url) != null && !known.contains(place(url)))
                .limit(Math.max(0, PhotoStore.MAX_PER_OWNER - before.size()))
                .map(url -> new RemotePhoto(authorityCode, reportId, updateId, url, clock.instant()))
                .toList();
        if (!wanted.isEmpty()) {
            wanted.forEach(em::persist);
            due.fire(new RemotePhotoDue());
        }
    }

    /** At most {@link PhotoStore#MAX_PER_OWNER} of them. */
    List<RemotePhoto> of(long reportId, Long updateId) {
        return updateId == null
                ? em.createNamedQuery("RemotePhoto.ofReport", RemotePhoto.class)
                        .setParameter("report", reportId)
                        .getResultList()
                : em.createNamedQuery("RemotePhoto.ofUpdate", RemotePhoto.class)
                        .setParameter("update", updateId)
                        .getResultList();
    }

    /** The address without what changes each time that it is given; null when it is none. */
    private static String place(String url) {
        if (url.length() > RemotePhoto.URL_MAX) {
            return null;
        }
        try {
            URI uri = new URI(url);
            boolean callable = uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?");
            return callable ? uri.getRawAuthority() + uri.getRawPath() : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }
}
