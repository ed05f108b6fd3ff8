package se.fixamingata.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.position.MapCell;

class TileAddressTest {

    @Test
    void theLastTileOfTheFinestZoomIsOne() {
        assertThat(TileAddress.parse("20", "1048575", "0")).isEqualTo(new MapCell(20, 1048575, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "21, 0, 0, zoom must be",
        "-1, 0, 0, zoom must be a whole number",
        "5, 32, 0, x and y must be 0 to 31",
        "5, 0, 99999999999, y must be a whole number",
        "0, 0, 1, x and y must be 0 to 0",
        "5, 1.5, 0, x must be",
        "5, ٣, 0, x must be",
        "NaN, 0, 0, zoom must be"
    })
    void whatIsNoTileIsRefusedWithTheReason(String z, String x, String y, String reason) {
        assertThatThrownBy(() -> TileAddress.parse(z, x, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
