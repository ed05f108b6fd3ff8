package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.position.Position;

class ReportsAroundIT extends DatabaseTest {

    private static final Instant THEN = Instant.parse("2026-11-01T12:00:00Z");
    private static final Position CENTRE = Position.of(59.53, 13.48);
    private static final int FARTHEST = 50_000;
    private static final int FIRST = 200;

    /** In the box of the largest circle, and not in the circle. */
    private static final Position CORNER = Position.of(59.95, 14.32);

    private ReportsAround around;

    @BeforeEach
    void municipalities() {
        ReportRow.addMunicipalities(em);
        around = new ReportsAround(em, FIRST);
    }

    private void reports(long first, int many, Position place) {
        ReportRow.addAll(
                em,
                LongStream.range(first, first + many)
                        .mapToObj(
                                id -> ReportRow.of(id, place.lat(), place.lon()).confirmed(THEN.plusSeconds(id)))
                        .toList());
    }

    private List<Long> found(int metres, int most) {
        return around.newest(CENTRE, metres, most).stream()
                .map(PublicReport::id)
                .toList();
    }

    @Test
    void whatLiesInTheCircleAndEverybodyMaySeeTheNewestFirst() {
        reports(1, 3, CENTRE);
        reports(4, 300, CORNER);
        ReportRow.add(em, ReportRow.of(900, 59.53, 13.48).with(Visibility.PRIVATE));
        // 99 and 101 metres to the north.
        reports(1_001, 1, Position.of(59.53 + 99 / 111_195.0, 13.48));
        reports(1_002, 1, Position.of(59.53 + 101 / 111_195.0, 13.48));

        assertThat(found(100, 50)).containsExactly(1_001L, 3L, 2L, 1L);
        assertThat(found(FARTHEST, 50)).containsExactly(1_002L, 1_001L, 3L, 2L, 1L);
        assertThat(found(FARTHEST, 2)).containsExactly(1_002L, 1_001L);
        assertThat(around.newest(Position.of(67.8, 20.2), FARTHEST, 50)).isEmpty();
    }

    /** A circle with few reports, all of them older than the first ones of the country. */
    @Test
    void aQuietPlaceIsFoundBehindTheNewestOfTheCountry() {
        reports(1, 60, CENTRE);
        reports(100, FIRST, Position.of(59.33, 18.06));

        assertThat(found(FARTHEST, 50)).hasSize(50).startsWith(60L, 59L).endsWith(11L);
    }

    /** However many reports the largest circle holds, a page of it reads as much as was said. */
    @Test
    void aBusyPlaceIsReadAmongTheNewest() {
        reports(1, 10 * FIRST, CENTRE);
        long before = read();
        assertThat(found(FARTHEST, 50)).hasSize(50).startsWith(10L * FIRST);
        // The index, the row, and both once more from memory; with the fifty.
        assertThat(read() - before).isLessThan(6L * FIRST);
    }

    private long read() {
        List<?> rows =
                em.createNativeQuery("show session status like 'Handler_read%'").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> !row[0].toString().contains("tmp"))
                .mapToLong(row -> Long.parseLong(row[1].toString()))
                .sum();
    }
}
