package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.open311.server.RequestFilter.Span;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

class RequestFiltersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:34:56.789Z");
    private static final Duration QUARTER = Duration.ofDays(90);

    /** Section 2.6. */
    @Test
    void withoutAnyArgumentItIsTheLast90DaysAndAThousand() {
        RequestFilter filter = parse();
        assertThat(filter.requested()).isEqualTo(new Span(NOW.minus(QUARTER), null));
        assertThat(filter.updated().isLimited()).isFalse();
        assertThat(filter.paging().size()).isEqualTo(1_000);
        assertThat(filter.paging().page()).isEqualTo(1);
        assertThat(filter.statuses()).isEmpty();
        assertThat(filter.ids()).isNull();
    }

    /** What stands before a page is read, whoever asks: far back leads the Link, or an earlier end. */
    @Test
    void aPageIsNotCountedForEver() {
        assertThat(parse("page", "51").paging().offset()).isEqualTo(50_000);
        assertThat(parse("page", "500", "page_size", "100").paging().offset()).isEqualTo(49_900);
        refused("Link header", "page", "52");
        refused("end_date", "page", "1000000", "page_size", "1");
        refused("Link header", "page", "1000000");
    }

    /** Rule 6.1.3. */
    @Test
    void emptyArgumentsAreAbsentOnes() {
        assertThat(parse(
                        "status",
                        "",
                        "start_date",
                        " ",
                        "service_request_id",
                        "",
                        "page",
                        "",
                        "service_code",
                        ",",
                        "bbox",
                        ""))
                .isEqualTo(parse());
    }

    /** Section 2.6. */
    @Test
    void numbersOverrideEverythingElseAlsoWhatMakesNoSense() {
        RequestFilter filter =
                parse("service_request_id", "3, 17,3,abc,,-1", "status", "nonsense", "start_date", "1066");
        assertThat(filter).isEqualTo(RequestFilter.of(List.of(3L, 17L)));
        refused(
                "at most 1000",
                "service_request_id",
                IntStream.rangeClosed(1, 1_001).mapToObj(Integer::toString).collect(Collectors.joining(",")));
    }

    /** Moments with every zone that is written, and those whose plus sign a form has eaten; both ends hold. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T10:00:00Z, 2026-11-02T10:00:00Z, 2026-11-01T10:00:00Z, 2026-11-02T10:00:01Z",
        "2026-11-01T10:00:00.9Z, 2026-11-02T10:00:00.9Z, 2026-11-01T10:00:00Z, 2026-11-02T10:00:01Z",
        "2026-07-01T10:00:00+02:00, 2026-07-02T10:00:00+0200, 2026-07-01T08:00:00Z, 2026-07-02T08:00:01Z",
        "2026-07-01T10:00:00 02:00, 2026-07-02T10:00:00-05:30, 2026-07-01T08:00:00Z, 2026-07-02T15:30:01Z",
        "2026-07-01T10:00, 2026-07-02 10:00:00, 2026-07-01T08:00:00Z, 2026-07-02T08:00:01Z",
        "2026-07-01, 2026-07-01, 2026-06-30T22:00:00Z, 2026-07-01T22:00:00Z",
        // The hour that there is not, and the one that there is twice: from its first to its second time.
        "2026-03-29T02:30:00, 2026-03-30, 2026-03-29T01:30:00Z, 2026-03-30T22:00:00Z",
        "2026-10-25T02:30:00, 2026-10-25T02:30:00, 2026-10-25T00:30:00Z, 2026-10-25T01:30:01Z"
    })
    void datesAreTakenAsTheyComeAndBothEndsHold(String start, String end, Instant from, Instant before) {
        assertThat(parse("start_date", start, "end_date", end).requested()).isEqualTo(new Span(from, before));
        assertThat(parse("updated_after", start, "updated_before", end).updated())
                .isEqualTo(new Span(from, before));
    }

    /** Rule 6.1.7. */
    @Test
    void oneDateAloneMeans90DaysFromItOrUntilIt() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(parse("start_date", "2026-01-01T00:00:00Z").requested())
                .isEqualTo(new Span(from, from.plus(QUARTER)));
        Instant before = Instant.parse("2026-01-01T00:00:01Z");
        assertThat(parse("end_date", "2026-01-01T00:00:00Z").requested())
                .isEqualTo(new Span(before.minus(QUARTER), before));
    }

    /** Rule 6.1.7. */
    @Test
    void moreThan90DaysAreRefusedAndADayMoreIsForgiven() {
        refused("90 days", "start_date", "2026-01-01", "end_date", "2026-04-02");
        assertThat(parse("start_date", "2026-01-01", "end_date", "2026-03-31")
                        .requested()
                        .isLimited())
                .isTrue();
        assertThat(parse("start_date", "2026-09-01", "end_date", "2026-11-30")
                        .requested()
                        .isLimited())
                .isTrue();
    }

    /** Section 3.3. */
    @Test
    void whatHasChangedIsNotBoundTo90Days() {
        RequestFilter filter = parse("updated_after", "2025-01-01T00:00:00Z");
        assertThat(filter.requested().isLimited()).isFalse();
        assertThat(filter.updated()).isEqualTo(new Span(Instant.parse("2025-01-01T00:00:00Z"), null));
        assertThat(filter.followsChanges()).isTrue();
        assertThat(parse("updated_before", "2026-01-01T00:00:00Z").updated().from())
                .isNull();
    }

    /** Clients that want everything name the day when their clock or their century began. */
    @ParameterizedTest
    @CsvSource({
        "2000-01-01, 1999-12-31T23:00:00Z",
        "1970-01-01, 1969-12-31T23:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void theBeginningOfTimeIsADay(String text, Instant from) {
        assertThat(parse("updated_after", text).updated().from()).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "start_date, yesterday, start_date must be a moment",
        "end_date, 2026-13-01, end_date must be a moment",
        "updated_after, 1066-10-14, updated_after must be a moment",
        "updated_before, 9999-12-31, updated_before must be a moment",
        "status, gone, status must be open",
        "page, -1, page must be a whole number",
        "page, 1.5, page must be a whole number",
        "page_size, 1001, page_size must be a whole number up to 1000",
        "page_size, 99999999999, page_size must be a whole number",
        "bbox, '13,59,14', bbox must be",
        "bbox, '14,59,13,60', bbox must be",
        "bbox, '13,59,14,x', bbox must be",
        "bbox, '13,59,14,NaN', bbox must be",
        "radius, 100, radius needs lat and long"
    })
    void whatMakesNoSenseIsRefusedWithTheArgumentsName(String name, String value, String reason) {
        refused(reason, name, value);
    }

    @Test
    void anEndBeforeItsBeginningIsRefused() {
        refused("start_date is after end_date", "start_date", "2026-11-02", "end_date", "2026-11-01");
        refused("updated_after is after", "updated_after", "2026-11-02", "updated_before", "2026-11-01");
    }

    @Test
    void openIsEverythingThatIsNotClosedAndTheExtendedWordsAreKnownInAnyCase() {
        assertThat(parse("status", "open").statuses())
                .hasSize(5)
                .allMatch(status -> status.group() == StatusGroup.OPEN)
                .doesNotContain(ReportStatus.UNCONFIRMED);
        assertThat(parse("status", "Closed").statuses())
                .containsExactlyInAnyOrder(
                        ReportStatus.FIXED,
                        ReportStatus.NO_ACTION,
                        ReportStatus.NOT_RESPONSIBLE,
                        ReportStatus.DUPLICATE);
        assertThat(parse("status", "open,closed").statuses()).hasSize(9);
        assertThat(parse("status", "fixed,In Progress,INTERNAL_REFERRAL").statuses())
                .containsExactlyInAnyOrder(ReportStatus.FIXED, ReportStatus.IN_PROGRESS, ReportStatus.FORWARDED);
    }

    /** Section 3.3. */
    @Test
    void pagesCountFromOneAndZeroIsTheFirst() {
        assertThat(parse("page", "0", "page_size", "50").paging().page()).isEqualTo(1);
        assertThat(parse("page", "3", "page_size", "50"))
                .satisfies(filter -> assertThat(filter.paging().page()).isEqualTo(3))
                .satisfies(filter -> assertThat(filter.paging().size()).isEqualTo(50));
        assertThat(parse("page_size", "0").paging().size()).isEqualTo(1_000);
    }

    /** Section 3.3. */
    @Test
    void aPlaceIsABoxOrACircle() {
        assertThat(parse("bbox", "13.1,59.2,13.5,59.6").box().north()).isEqualTo(59.6);
        assertThat(parse("lat", "59.5", "long", "13.4", "radius", "250")
                        .around()
                        .metres())
                .isEqualTo(250);
        refused("radius needs", "lat", "59.5", "long", "13.4", "radius", "0");
        refused("radius needs", "lat", "59.5", "long", "13.4", "radius", "50001");
        assertThat(parse("lat", "59.5", "long", "13.4").around()).isNull();
    }

    private static RequestFilter parse(String... namesAndValues) {
        Map<String, String[]> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return RequestFilters.parse(new Arguments(values), NOW);
    }

    private static void refused(String reason, String... namesAndValues) {
        assertThatThrownBy(() -> parse(namesAndValues)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.descriptions().get(0)).contains(reason);
        });
    }
}
