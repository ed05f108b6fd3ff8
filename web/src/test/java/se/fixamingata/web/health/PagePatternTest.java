package se.fixamingata.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePatternTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "'', /",
        "/rapport/1234, /rapport",
        "/bekrafta/Zm9vYmFy, /bekrafta",
        "/karta, /karta",
        "/karta/bas/5/17/9.png, /karta/bas",
        "/api/map/5/17/9.json, /api/map",
        "/api/places, /api/places",
        "/api/somebody@example.org, /api",
        "/wp-login.php, other",
    })
    void keepsTheKindAndNothingElse(String path, String pattern) {
        assertThat(PagePattern.of(path)).isEqualTo(pattern);
    }
}
