package se.fixamingata.statistics.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.municipality.Authority;

/**
 * "Half of such reports in Forshaga are fixed within 9 days": for the form and the report's page, from the reports of the twelve months
 * before the last night. All are read at once, once a night.
 */
@ApplicationScoped
public class ExpectedTimes {

    private static final String ALL = "select area, category_code, median_days, reports from stat_time"
            + " where generation = ?1 and period = 0 and measure = 'FIXED' and category_code <> '*' and reports >= ?2"
            + " and median_days is not null and (area = 'SE' or char_length(area) = 4)";

    private final Cache<Integer, Map<String, ExpectedTime>> remembered =
            Caffeine.newBuilder().maximumSize(2).build();

    @Inject
    PublishedNights nights;

    @Inject
    @ConfigProperty(name = "fmg.statistics.expected.reports")
    int enough;

    /** For the container. */
    public ExpectedTimes() {}

    /** For tests. */
    ExpectedTimes(PublishedNights nights, int enough) {
        this.nights = nights;
        this.enough = enough;
    }

    /**
     * How long it takes until such a report is fixed.
     *
     * @param authorityCode who is responsible: a municipality, for its own reports; Trafikverket, for those of the whole country
     * @return empty when there are too few to say, or fewer than half of them are fixed
     */
    public Optional<ExpectedTime> of(String authorityCode, String categoryCode) {
        Area area = Authority.STATE_ROADS.equals(authorityCode) ? Area.COUNTRY : new Area(authorityCode);
        return nights.published()
                .map(night -> remembered.get(night.generation(), this::read))
                .map(times -> times.get(key(area.code(), categoryCode)));
    }

    private Map<String, ExpectedTime> read(int generation) {
        Map<String, ExpectedTime> times = new HashMap<>();
        for (Object[] row : nights.rows(ALL, generation, enough)) {
            Area area = new Area((String) row[0]);
            times.put(
                    key(area.code(), (String) row[1]),
                    new ExpectedTime(area, ((Number) row[2]).intValue(), ((Number) row[3]).intValue()));
        }
        return times;
    }

    private static String key(String area, String category) {
        return area + " " + category;
    }
}
