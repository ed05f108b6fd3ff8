package se.fixamingata.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityNamesTest {

    @ParameterizedTest
    @CsvSource({
        "1763, Forshaga, Forshaga kommun",
        "1780, Karlstad, Karlstads kommun",
        "0180, Stockholm, Stockholms stad",
        "0114, Upplands Väsby, Upplands Väsby kommun",
        "0780, Växjö, Växjö kommun",
        "1382, Falkenberg, Falkenbergs kommun",
        "1489, Alingsås, Alingsås kommun",
        "0486, Strängnäs, Strängnäs kommun",
        "1438, Dals-Ed, Dals-Eds kommun",
        "2023, Malung-Sälen, Malung-Sälens kommun",
        "1256, Östra Göinge, Östra Göinge kommun",
        "2513, Överkalix, Överkalix kommun",
        "2514, Kalix, Kalix kommun",
        "2080, Falun, Falu kommun",
        "0980, Gotland, Region Gotland"
    })
    void areWhatMunicipalitiesCallThemselves(String code, String name, String authority) {
        assertThat(AuthorityNames.of(code, name)).isEqualTo(authority);
    }
}
