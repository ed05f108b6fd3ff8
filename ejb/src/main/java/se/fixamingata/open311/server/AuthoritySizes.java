package se.fixamingata.open311.server;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** About how many reports an authority has: that changes slowly, so it is counted once an hour, and no further than anybody asks. */
final class AuthoritySizes {

    private static final int COUNTED = 100_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<String, Size> sizes = new ConcurrentHashMap<>();

    private record Size(int reports, Instant until) {}

    int of(EntityManager em, String authority, Instant now) {
        Size known = sizes.get(authority);
        if (known == null || !known.until.isAfter(now)) {
            known = new Size(count(em, authority), now.plus(REMEMBERED));
            sizes.put(authority, known);
        }
        return known.reports;
    }

    private static int count(EntityManager em, String authority) {
        Object counted = em.createNativeQuery("select count(*) from (select 1 from report force index"
                        + " (ix_report_inbox_confirmed) where authority_code = ? limit " + COUNTED + ") as counted")
                .setParameter(1, authority)
                .getSingleResult();
        return ((Number) counted).intValue();
    }
}
