package se.fixamingata.statistics.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/** Which night is read, remembered for some seconds, so that another server's night is soon seen. */
@ApplicationScoped
class PublishedNights {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final String PUBLISHED = "select generation, " + SqlTime.micros("cut_off") + ", "
            + SqlTime.micros("published_at") + ", reports from stat_night where published_at is not null"
            + " order by cut_off desc, generation desc limit 1";

    private final Cache<Boolean, Optional<FigureNight>> remembered =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();

    @Inject
    EntityManager em;

    /** For the container. */
    PublishedNights() {}

    /** For tests. */
    PublishedNights(EntityManager em) {
        this.em = em;
    }

    /** Empty before the first one. */
    Optional<FigureNight> published() {
        return remembered.get(true, always -> rows(PUBLISHED).stream()
                .findFirst()
                .map(row -> new FigureNight(
                        ((Number) row[0]).intValue(),
                        SqlTime.instant(row[1]),
                        SqlTime.instant(row[2]),
                        ((Number) row[3]).longValue())));
    }

    /** The rows of a select of several columns. */
    @SuppressWarnings("unchecked")
    List<Object[]> rows(String select, Object... parameters) {
        Query query = em.createNativeQuery(select);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }
}
