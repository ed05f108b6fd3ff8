package se.fixamingata.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.geography.Area;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.position.Position;

class RouterIT extends DatabaseTest {

    private static final Boundaries BOUNDARIES = new Boundaries(ReferenceData.builtIn());

    /** On the way from Forshaga to Karlstad, within 200 m of the border between them. */
    private static final Position BORDER = IntStream.range(0, 5000)
            .mapToObj(step -> Position.of(59.5286 - step * 0.0003, 13.4812))
            .filter(position -> BOUNDARIES.locate(position).orElseThrow().alternatives().stream()
                    .map(Area::code)
                    .anyMatch("1780"::equals))
            .findFirst()
            .orElseThrow();

    private Router router;

    @BeforeEach
    void seed() {
        TestMunicipalities.seed(em, clock);
        router = new Router(BOUNDARIES, new CategoryCatalogue(new Categories(em), new Authorities(em)));
    }

    @Test
    void aPlaceIsItsMunicipalitys() {
        Router.Route route = router.route(Position.of(59.5286, 13.4812), null).orElseThrow();

        assertThat(route.municipalityCode()).isEqualTo("1763");
        assertThat(route.counterpart().name()).isEqualTo("Forshaga");
        assertThat(router.authority(route, "lighting")).isEqualTo("1763");
        assertThat(router.authority(route, "state_road")).isEqualTo("TRV");
    }

    @Test
    void nearTheBorderTheResidentMayKnowBetter() {
        Router.Route route = router.route(BORDER, "1780").orElseThrow();

        assertThat(route.municipalityCode()).isEqualTo("1763");
        assertThat(route.counterpart().name()).isEqualTo("Karlstad");
        assertThat(router.authority(route, "lighting")).isEqualTo("1780");
        assertThat(router.authority(route, "state_road")).isEqualTo("TRV");
    }

    @Test
    void theNeighboursCategoriesAreOfferedThen() {
        em.createNativeQuery(
                        "insert into authority_category (authority_code, category_code) values ('1780', 'parking')")
                .executeUpdate();

        assertThat(router.categories(router.route(BORDER, "1780").orElseThrow()))
                .extracting(Category::code)
                .containsExactly("parking", "state_road");
        assertThat(router.categories(router.route(BORDER, null).orElseThrow())).hasSize(20);
    }

    @Test
    void farFromTheBorderNobodyChooses() {
        Optional<Router.Route> route = router.route(Position.of(59.5286, 13.4812), "1780");

        assertThat(route).map(Router.Route::counterpart).map(Area::code).contains("1763");
    }

    @Test
    void outsideSwedenItIsNobodys() {
        assertThat(router.route(Position.of(59.91, 10.75), null)).isEmpty();
    }
}
