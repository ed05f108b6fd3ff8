package se.fixamingata.web.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.position.Position;
import se.fixamingata.submission.DraftFields;

class FormFieldsTest {

    @ParameterizedTest
    @CsvSource({"59.38, 59.38", "'59,38', 59.38", "' 13.5 ', 13.5", "-1, -1.0"})
    void degreesAreRead(String typed, double degrees) {
        assertThat(FormFields.number(typed)).isEqualTo(degrees);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "NaN", "Infinity", "1e999", "nord", "59.38; drop table", "59.3811111111111111111111111111111"
            })
    void whatIsNoNumberCountsAsNotGiven(String typed) {
        assertThat(FormFields.number(typed)).isNull();
    }

    @Test
    void aPlaceNeedsBothNumbersAndAPlanet() {
        assertThat(FormFields.place(DraftFields.EMPTY.at(59.38, 13.5, null))).isEqualTo(Position.of(59.38, 13.5));
        assertThat(FormFields.place(DraftFields.EMPTY.at(59.38, null, null))).isNull();
        assertThat(FormFields.place(DraftFields.EMPTY.at(91.0, 13.5, null))).isNull();
    }
}
