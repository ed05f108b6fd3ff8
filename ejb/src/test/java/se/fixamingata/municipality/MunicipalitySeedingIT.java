package se.fixamingata.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.geography.MunicipalityFacts;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.position.Position;
import se.fixamingata.shared.OneAtATime;

class MunicipalitySeedingIT extends DatabaseTest {

    private static final List<MunicipalityFacts> ALL = ReferenceData.builtIn().municipalities();

    @Test
    void allMunicipalitiesAndTrafikverketAreThere() {
        seeding().seed(ALL);
        Municipalities municipalities = new Municipalities(em);
        Authorities authorities = new Authorities(em);

        assertThat(municipalities.all()).hasSize(290);
        assertThat(count("authority")).isEqualTo(291);
        assertThat(municipalities.find("1763")).get().satisfies(forshaga -> {
            assertThat(forshaga.name()).isEqualTo("Forshaga");
            assertThat(forshaga.county()).isEqualTo("Värmlands län");
            assertThat(forshaga.slug()).isEqualTo("forshaga");
        });
        assertThat(authorities.find("1780")).map(Authority::name).contains("Karlstads kommun");
        assertThat(authorities.find("TRV")).get().satisfies(stateRoads -> {
            assertThat(stateRoads.kind()).isEqualTo(AuthorityKind.STATE);
            assertThat(stateRoads.slug()).isEqualTo("trafikverket");
            assertThat(stateRoads.email()).isEmpty();
        });
    }

    @Test
    void theyAreSortedAsASwedeSorts() {
        seeding().seed(ALL);

        assertThat(new Municipalities(em).all())
                .extracting(Municipality::name)
                .startsWith("Ale", "Alingsås")
                .endsWith("Överkalix", "Övertorneå");
    }

    @Test
    void theCodeIsTakenWhereverASlugIs() {
        seeding().seed(ALL);
        Municipalities municipalities = new Municipalities(em);

        assertThat(municipalities.bySlugOrCode("habo")).map(Municipality::code).contains("0643");
        assertThat(municipalities.bySlugOrCode("habo-uppsala"))
                .map(Municipality::code)
                .contains("0305");
        assertThat(municipalities.bySlugOrCode("0305")).map(Municipality::slug).contains("habo-uppsala");
        assertThat(municipalities.bySlugOrCode("atlantis")).isEmpty();
        assertThat(municipalities.bySlugOrCode(null)).isEmpty();
        assertThat(municipalities.find(null)).isEmpty();
        Authorities authorities = new Authorities(em);
        assertThat(authorities.bySlugOrCode("trafikverket"))
                .map(Authority::code)
                .contains("TRV");
        assertThat(authorities.bySlugOrCode("TRV")).map(Authority::code).contains("TRV");
        assertThat(authorities.bySlugOrCode("' or 1=1 --")).isEmpty();
        assertThat(authorities.find(null)).isEmpty();
    }

    @Test
    void doingItAgainChangesNothingButWhatTheDataSay() {
        seeding().seed(List.of(TestMunicipalities.FORSHAGA));
        MunicipalityFacts grown = new MunicipalityFacts(
                "1763", "Forshaga", "forshaga", "17", "Värmlands län", 12_000, Position.of(59.53, 13.48));
        seeding().seed(List.of(grown));
        seeding().seed(List.of(grown));

        assertThat(count("municipality")).isEqualTo(1);
        assertThat(count("authority")).isEqualTo(2);
        assertThat(new Municipalities(em).find("1763"))
                .map(Municipality::population)
                .contains(12_000);
    }

    @Test
    void whatTheOperatorRegisteredStays() {
        seeding().seed(List.of(TestMunicipalities.FORSHAGA));
        Authority forshaga = em.find(Authority.class, "1763");
        forshaga.register(
                new AuthorityEntry(
                        "1763",
                        "Forshaga gatukontor",
                        AuthorityState.LIVE,
                        "gatan@forshaga.example",
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        null),
                clock.instant());
        flushAndClear();
        seeding().seed(List.of(TestMunicipalities.FORSHAGA));

        Authority after = new Authorities(em).find("1763").orElseThrow();
        assertThat(after.name()).isEqualTo("Forshaga gatukontor");
        assertThat(after.state()).isEqualTo(AuthorityState.LIVE);
        assertThat(after.email()).contains("gatan@forshaga.example");
    }

    @Test
    void twoServersMayStartAtOnce() {
        List<CompletableFuture<Void>> servers = IntStream.range(0, 2)
                .mapToObj(server -> CompletableFuture.runAsync(
                        () -> commit(own -> new MunicipalitySeeding(own, new OneAtATime(own), clock).seed(ALL))))
                .toList();
        servers.forEach(CompletableFuture::join);

        assertThat(count("municipality")).isEqualTo(290);
        assertThat(count("authority")).isEqualTo(291);
    }

    private MunicipalitySeeding seeding() {
        return new MunicipalitySeeding(em, new OneAtATime(em), clock);
    }

    private long count(String table) {
        return ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }
}
