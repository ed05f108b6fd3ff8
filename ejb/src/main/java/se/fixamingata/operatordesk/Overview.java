package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.shared.SqlTime;

/** What needs a look today, in one query that counts each up to a thousand along its index. */
@Stateless
@PermitAll
public class Overview {

    static final String COUNTS =
            Stream.of(OverviewTile.values()).map(OverviewTile::count).collect(Collectors.joining(", ", "select ", ""));

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public Overview() {}

    /** For tests. */
    Overview(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    public Map<OverviewTile, Long> counts(Caller caller) {
        Permissions.requireOperator(caller);
        Object[] numbers = (Object[]) em.createNativeQuery(COUNTS)
                .setParameter(1, SqlTime.text(clock.instant()))
                .getSingleResult();
        Map<OverviewTile, Long> counts = new EnumMap<>(OverviewTile.class);
        for (OverviewTile tile : OverviewTile.values()) {
            counts.put(tile, ((Number) numbers[tile.ordinal()]).longValue());
        }
        return counts;
    }
}
