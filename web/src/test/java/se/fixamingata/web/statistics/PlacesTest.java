package se.fixamingata.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "Värmlands län, varmland",
        "Västra Götalands län, vastra-gotaland",
        "Dalarnas län, dalarna",
        "Örebro län, orebro",
        "Skåne län, skane"
    })
    void aCountyHasItsNameInAddresses(String county, String slug) {
        assertThat(Places.slug(county)).isEqualTo(slug);
    }
}
