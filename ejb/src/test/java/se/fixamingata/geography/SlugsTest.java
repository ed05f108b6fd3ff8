package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({
        "Forshaga, forshaga",
        "Älmhult, almhult",
        "Åmål, amal",
        "Örebro, orebro",
        "Upplands Väsby, upplands-vasby",
        "Malung-Sälen, malung-salen",
        "Linnés Hammarby, linnes-hammarby"
    })
    void takesTheMarksOff(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void noTwoMunicipalitiesShareASlug(ReferenceData data) {
        List<String> slugs =
                data.municipalities().stream().map(MunicipalityFacts::slug).toList();

        assertThat(slugs).hasSize(290).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void haboKeepsItsNameAndHaaboGivesWay(ReferenceData data) {
        assertThat(slug(data, "0643")).isEqualTo("habo");
        assertThat(slug(data, "0305")).isEqualTo("habo-uppsala");
    }

    @Test
    void aSlugMayNeverBeACode() {
        assertThat(TestGeodata.builtIn().municipalities())
                .noneMatch(facts -> facts.slug().matches("\\d.*"));
    }

    private static String slug(ReferenceData data, String code) {
        return data.reference().facts(code).slug();
    }
}
