package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counties and the country, put together from the municipalities. */
final class Sums {

    /** The area that is all of them. */
    static final String COUNTRY = "SE";

    private static final String MONTHS =
            "insert into stat_month (generation, area, category_code, month, reported, answered, fixed,"
                    + " closed, reopened, open_at_end, overdue_at_end) select ?1, %s as whole, category_code, month, sum(reported), sum(answered),"
                    + " sum(fixed), sum(closed), sum(reopened), sum(open_at_end), sum(overdue_at_end)"
                    + " from stat_month part %s where part.generation = ?1 %s group by whole, category_code, month";

    private static final String STOCK =
            "insert into stat_stock (generation, area, category_code, status, source, reports, overdue)"
                    + " select ?1, %s as whole, category_code, status, source, sum(reports), sum(overdue)"
                    + " from stat_stock part %s where part.generation = ?1 %s group by whole, category_code, status, source";

    private static final String DAYS =
            "insert into stat_flow (generation, area, category_code, day, source, reported, answered, fixed,"
                    + " closed, reopened, became_overdue, no_more_overdue) select ?1, '" + COUNTRY
                    + "', category_code, day, source, sum(reported),"
                    + " sum(answered), sum(fixed), sum(closed), sum(reopened), sum(became_overdue), sum(no_more_overdue)"
                    + " from stat_flow where generation = ?1 group by category_code, day, source";

    private static final String IN_COUNTY = "join municipality m on m.code = part.area";

    private final EntityManager em;
    private final Night night;

    Sums(EntityManager em, Night night) {
        this.em = em;
        this.night = night;
    }

    /** Replaces the rows of the counties and of the country. */
    void write() {
        List<String> counties = Sql.texts(em, "select distinct county_code from municipality order by county_code");
        List<String> wholes =
                Stream.concat(counties.stream(), Stream.of(COUNTRY)).toList();
        String places = wholes.stream().map(any -> "?").collect(Collectors.joining(", "));
        Object[] parameters =
                Stream.concat(Stream.of(night.generation()), wholes.stream()).toArray();
        for (String table : new String[] {"stat_flow", "stat_stock", "stat_month", "stat_time"}) {
            Sql.run(em, "delete from " + table + " where generation = ? and area in (" + places + ")", parameters);
        }
        Sql.run(em, DAYS, night.generation());
        for (String sum : new String[] {MONTHS, STOCK}) {
            Sql.run(em, sum.formatted("m.county_code", IN_COUNTY, ""), night.generation());
            // From the counties, which are fewer rows.
            Sql.run(em, sum.formatted("'" + COUNTRY + "'", "", "and char_length(part.area) = 2"), night.generation());
        }
        Times country = new Times();
        for (String county : counties) {
            Times times = Times.ofCounty(em, night, county);
            times.write(em, night, county);
            country.add(times);
        }
        country.write(em, night, COUNTRY);
    }
}
