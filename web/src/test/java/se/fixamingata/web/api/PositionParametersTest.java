package se.fixamingata.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.Position;

class PositionParametersTest {

    @Test
    void twoNumbersAreAPosition() {
        assertThat(PositionParameters.parse("59.53", " 13.48 ")).isEqualTo(Position.of(59.53, 13.48));
    }

    @ParameterizedTest
    @CsvSource({"91", "-91", "NaN", "Infinity", "-Infinity", "1e99"})
    void whatIsOutOfRangeSaysTheRange(String lat) {
        assertThatThrownBy(() -> PositionParameters.parse(lat, "13"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between -85 and 85");
    }

    @ParameterizedTest
    @ValueSource(strings = {"59,53", "north", "0x", "'; drop table report; --", "5 9"})
    void whatIsNoNumberSaysWhichParameter(String lon) {
        assertThatThrownBy(() -> PositionParameters.parse("59", lon))
                .hasMessageContaining("lon must be a decimal number");
    }

    @Test
    void whatIsMissingOrEndlessIsNamed() {
        assertThatThrownBy(() -> PositionParameters.parse(null, "13")).hasMessage("lat is missing");
        assertThatThrownBy(() -> PositionParameters.parse("59", " ")).hasMessage("lon is missing");
        assertThatThrownBy(() -> PositionParameters.parse("5".repeat(10_000_000), "13"))
                .hasMessageContaining("too long");
    }
}
