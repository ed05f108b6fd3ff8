package se.fixamingata.municipality;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.geography.MunicipalityFacts;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/**
 * Writes what the reference data say into the tables: every municipality as a place and as an authority, and Trafikverket. One
 * statement a table; doing it again changes nothing.
 *
 * <p>What the operator has registered stays: an authority's name follows the reference data only until somebody has registered it.
 */
@Stateless
public class MunicipalitySeeding {

    private static final String LOCK = "municipalities";

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    public MunicipalitySeeding() {}

    /** For tests. */
    MunicipalitySeeding(EntityManager em, OneAtATime turns, Clock clock) {
        this.em = em;
        this.turns = turns;
        this.clock = clock;
    }

    /** Brings both tables up to the reference data. */
    public void seed(List<MunicipalityFacts> facts) {
        turns.enter(LOCK);
        if (!facts.isEmpty()) {
            municipalities(facts);
        }
        authorities(facts);
    }

    private void municipalities(List<MunicipalityFacts> facts) {
        insert(
                "insert into municipality (code, name, slug, county_code, county, population, lat, lon) values ",
                facts.stream().<List<Object>>map(MunicipalitySeeding::place).toList(),
                " on duplicate key update name = values(name), slug = values(slug), county_code = values(county_code),"
                        + " county = values(county), population = coalesce(values(population), population),"
                        + " lat = values(lat), lon = values(lon)");
    }

    private void authorities(List<MunicipalityFacts> facts) {
        String now = SqlTime.text(clock.instant());
        Function<MunicipalityFacts, List<Object>> authority = m -> List.of(
                m.code(), AuthorityKind.MUNICIPALITY.name(), m.slug(), AuthorityNames.of(m.code(), m.name()), now);
        List<Object> stateRoads =
                List.of(Authority.STATE_ROADS, AuthorityKind.STATE.name(), "trafikverket", "Trafikverket", now);
        insert(
                "insert into authority (code, kind, slug, name, changed_at, state, version) values ",
                Stream.concat(facts.stream().map(authority), Stream.of(stateRoads))
                        .toList(),
                ", 'DEFAULT', 0",
                " on duplicate key update slug = values(slug), name = if(version = 0, values(name), name)");
    }

    private static List<Object> place(MunicipalityFacts m) {
        // Arrays.asList: the population may be null.
        return Arrays.asList(
                m.code(),
                m.name(),
                m.slug(),
                m.countyCode(),
                m.county(),
                m.population(),
                m.centre().lat(),
                m.centre().lon());
    }

    private void insert(String into, List<List<Object>> rows, String onDuplicate) {
        insert(into, rows, "", onDuplicate);
    }

    private void insert(String into, List<List<Object>> rows, String constants, String onDuplicate) {
        int width = rows.get(0).size();
        String row = "(" + Stream.generate(() -> "?").limit(width).collect(Collectors.joining(", ")) + constants + ")";
        String values = Stream.generate(() -> row).limit(rows.size()).collect(Collectors.joining(", "));
        Query query = em.createNativeQuery(into + values + onDuplicate);
        int position = 0;
        for (List<Object> columns : rows) {
            for (Object value : columns) {
                query.setParameter(++position, value);
            }
        }
        query.executeUpdate();
    }
}
