package se.fixamingata.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.statistics.reading.Months;

class PeriodTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "'', 2025-12, 2026-11",
        "12, 2025-12, 2026-11",
        "24, 2024-12, 2026-11",
        "2025, 2025-01, 2025-12",
        "2026, 2026-01, 2026-11",
        "2000, 2000-01, 2000-12"
    })
    void isMonthsThatHaveBegun(String code, YearMonth first, YearMonth last) {
        assertThat(Period.of(code, LAST_DAY).map(Period::months)).contains(new Months(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027", "1999", "2025-11", "13", "alla", "0000", "-12", "12 "})
    void isNothingElse(String code) {
        assertThat(Period.of(code, LAST_DAY)).isEmpty();
    }

    @Test
    void offersWhatThereIs() {
        assertThat(Period.offered(LAST_DAY))
                .contains("12", "24", "2026", "2022")
                .allSatisfy(code -> assertThat(Period.of(code, LAST_DAY)).isPresent());
    }

    @Test
    void leavesTheUsualOneOutOfAddresses() {
        assertThat(Period.of(null, LAST_DAY).orElseThrow().inAddress()).isEmpty();
        assertThat(Period.of("2025", LAST_DAY).orElseThrow().inAddress()).isEqualTo("2025");
    }
}
