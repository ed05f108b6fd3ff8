package se.fixamingata.web.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fixamingata.report.ReportCriteria;
import se.fixamingata.report.ReportStatus;

class BrowseStateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Set<String> KNOWN = Set.of("lighting", "graffiti");

    private static BrowseState of(Map<String, String> parameters) {
        return BrowseState.of(parameters, KNOWN);
    }

    @Test
    void nothingInTheAddressMeansTheWholeCountryAndHalfAYear() {
        BrowseState state = of(Map.of());
        ReportCriteria criteria = state.criteria(NOW);
        assertThat(criteria.box()).isNull();
        assertThat(criteria.statuses()).isEmpty();
        assertThat(criteria.changedSince()).isEqualTo("2026-05-22T22:00:00Z");
        assertThat(state.address(0)).isEqualTo("/karta");
        assertThat(state.tileQuery(NOW)).isEqualTo("since=2026-05-23");
    }

    @Test
    void anAddressComesBackAsItWas() {
        BrowseState state = of(Map.of(
                "lat",
                "59.53",
                "lon",
                "13.48",
                "z",
                "13",
                "status",
                "fixed",
                "category",
                "lighting",
                "age",
                "12",
                "text",
                "lampa å",
                "sort",
                "changed"));
        assertThat(state.address(2))
                .isEqualTo("/karta?lat=59.53&lon=13.48&z=13&status=fixed&category=lighting&age=12"
                        + "&text=lampa+%C3%A5&sort=changed&page=2");
        assertThat(state.tileQuery(NOW)).isEqualTo("status=fixed&category=lighting&since=2025-11-23");
        assertThat(state.criteria(NOW).statuses()).containsExactly(ReportStatus.FIXED);
        assertThat(state.criteria(NOW).box().contains(se.fixamingata.position.Position.of(59.53, 13.48)))
                .isTrue();
    }

    @Test
    void nonsenseCountsAsAbsent() {
        BrowseState state = of(Map.of(
                "lat",
                "NaN",
                "lon",
                "13",
                "z",
                "x",
                "status",
                "<script>",
                "category",
                "'; drop table report",
                "age",
                "-1",
                "sort",
                "??",
                "page",
                "99999999999",
                "box",
                "1,2,3"));
        assertThat(state.address(0)).isEqualTo("/karta");
        assertThat(state.page()).isZero();
        assertThat(of(Map.of("lat", "91", "lon", "13")).view()).isEmpty();
    }

    @Test
    void theBrowsersOwnBoxIsBelieved() {
        BrowseState state = of(Map.of("lat", "59.5", "lon", "13.5", "z", "12", "box", "59.4,13.4,59.6,13.6"));
        assertThat(state.criteria(NOW).box().south()).isEqualTo(59.4);
        assertThat(of(Map.of("box", "50,0,72,30")).criteria(NOW).box()).isNull();
        assertThat(of(Map.of("box", "60,13,59,14")).box()).isEmpty();
    }

    @Test
    void nearestMeasuresFromTheMiddleOfTheMap() {
        ReportCriteria criteria =
                of(Map.of("lat", "59.5", "lon", "13.5", "sort", "nearest")).criteria(NOW);
        assertThat(criteria.sort()).isEqualTo(ReportCriteria.Sort.NEAREST);
        assertThat(criteria.near().lat()).isEqualTo(59.5);
    }

    @Test
    void anyAgeAsksForAnyAge() {
        assertThat(of(Map.of("age", "alla")).criteria(NOW).changedSince()).isNull();
        assertThat(of(Map.of()).anyAge()).isEqualTo("/karta?age=alla");
    }
}
