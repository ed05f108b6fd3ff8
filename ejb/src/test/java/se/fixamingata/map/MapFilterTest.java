package se.fixamingata.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.report.ReportStatus;

class MapFilterTest {

    private static final Set<String> KNOWN = Set.of("lighting", "graffiti");

    @Test
    void nothingSaidIsNoLimit() {
        assertThat(MapFilter.parse(null, " ", "", KNOWN)).isEqualTo(MapFilter.ALL);
    }

    @Test
    void groupsAndStatusesMayBeMixed() {
        assertThat(MapFilter.parse("closed, planned", null, null, KNOWN).statuses())
                .containsExactlyInAnyOrder(
                        ReportStatus.PLANNED,
                        ReportStatus.NO_ACTION,
                        ReportStatus.NOT_RESPONSIBLE,
                        ReportStatus.DUPLICATE);
    }

    @Test
    void openMeansTheOpenOnesThatArePublic() {
        assertThat(MapFilter.parse("open", null, null, KNOWN).statuses())
                .contains(ReportStatus.REPORTED, ReportStatus.FORWARDED)
                .doesNotContain(ReportStatus.UNCONFIRMED, ReportStatus.FIXED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-23, 2026-05-22T22:00:00Z",
        "2026-12-24, 2026-12-23T23:00:00Z",
        "2026-05-23T10:00:00Z, 2026-05-23T10:00:00Z",
        "2026-05-23T10:00:00+02:00, 2026-05-23T08:00:00Z"
    })
    void aDateBeginsAtMidnightInSwedenAndAMomentIsExact(String since, Instant expected) {
        assertThat(MapFilter.parse(null, null, since, KNOWN).since()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01",
                "2026-5-1",
                "-999999999-01-01",
                "9999-12-31",
                "1999-12-31",
                "2026-05-23T10:00:00"
            })
    void whatIsNoDateIsRefusedWithTheForm(String since) {
        assertThatThrownBy(() -> MapFilter.parse(null, null, since, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unconfirmed", "OPEN", "open;fixed", "'", "open,nonsense"})
    void anUnknownStatusIsRefusedWithTheKnownOnes(String status) {
        assertThatThrownBy(() -> MapFilter.parse(status, null, null, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_action");
    }

    @Test
    void anUnknownCategoryIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> MapFilter.parse(null, "lighting,*", null, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown category. Known are graffiti, lighting");
    }

    @Test
    void aListWithoutEndIsRefused() {
        assertThatThrownBy(() -> MapFilter.parse("open,".repeat(100), null, null, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("At most");
    }

    @Test
    void theSameFilterHasTheSameKey() {
        assertThat(MapFilter.parse("fixed,open", "graffiti,lighting", null, KNOWN)
                        .key())
                .isEqualTo(MapFilter.parse("open,fixed", "lighting,graffiti", null, KNOWN)
                        .key());
    }
}
