package se.fixamingata.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.shared.SqlTime;

/** The few figures of the start page and of a municipality's page; remembered for a minute, since nobody needs them fresher. */
@ApplicationScoped
public class ReportFigures {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofSeconds(60);
    /** Stands for no municipality: all of them. */
    private static final String COUNTRY = "";

    private static final String OPEN = Stream.of(ReportStatus.values())
            .filter(s -> s.group() == StatusGroup.OPEN && s != ReportStatus.UNCONFIRMED)
            .map(s -> "'" + s.name() + "'")
            .collect(Collectors.joining(", ", "status in (", ")"));

    private final Cache<String, Figures> remembered =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build();

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    protected ReportFigures() {}

    /** For tests. */
    public ReportFigures(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Of all public reports; up to a minute old. */
    public Figures country() {
        return remembered.get(COUNTRY, this::count);
    }

    /** Of the public reports in that municipality; up to a minute old, all zero for an unknown code. */
    public Figures municipality(String code) {
        return remembered.get(code, this::count);
    }

    private Figures count(String municipality) {
        String monthAgo = SqlTime.text(clock.instant().minus(MONTH));
        return new Figures(
                count(municipality, "confirmed_at >= ?", monthAgo),
                count(municipality, "status = 'FIXED' and changed_at >= ?", monthAgo),
                count(municipality, OPEN));
    }

    private long count(String municipality, String what, Object... values) {
        ReportCondition condition = new ReportCondition().and(what, values);
        if (!municipality.equals(COUNTRY)) {
            condition.and("municipality_code = ?", municipality);
        }
        Query query = em.createNativeQuery("select count(*) from report where " + condition.sql());
        condition.bind(query, 1);
        return ((Number) query.getSingleResult()).longValue();
    }
}
