package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.position.Position;

class NearbyReportsIT extends DatabaseTest {

    private static final Position HERE = Position.of(59.53, 13.48);
    private static final double DEGREES_A_METRE = 1 / 111_195.08;

    private NearbyReports nearby;
    private Instant now;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        nearby = new NearbyReports(em, clock);
        now = clock.instant();
    }

    @Test
    void nearEnoughEndsAtTwoHundredAndFiftyMetres() {
        ReportRow.add(em, north(1, 249), north(2, 251), east(3, 249), east(4, 251), north(5, -249), north(6, -251));
        assertThat(found()).containsExactlyInAnyOrder(1L, 3L, 5L);
    }

    @Test
    void youngEnoughEndsAtNinetyDays() {
        ReportRow.add(
                em,
                north(1, 10).confirmed(now.minus(Duration.ofDays(89))),
                north(2, 20).confirmed(now.minus(Duration.ofDays(91))));
        assertThat(found()).containsExactly(1L);
    }

    @Test
    void onlyTheSameGroupOfCategoriesCounts() {
        ReportRow.add(
                em,
                north(1, 1).about("signs"),
                north(2, 2).about("signals"),
                north(3, 3).about("lighting"));
        assertThat(nearby.find(HERE, "parking")).extracting(NearbyReport::id).containsExactly(1L, 2L);
        assertThat(nearby.find(HERE, "no such category")).isEmpty();
    }

    @Test
    void onlyOpenPublicOnesCount() {
        ReportRow.add(
                em,
                north(1, 1).with(ReportStatus.FIXED),
                north(2, 2).with(ReportStatus.DUPLICATE),
                north(3, 3).with(ReportStatus.UNCONFIRMED),
                north(4, 4).with(Visibility.HIDDEN),
                north(5, 5).with(Visibility.PRIVATE),
                north(6, 6).with(ReportStatus.FORWARDED));
        assertThat(found()).containsExactly(6L);
    }

    @Test
    void theNearestFiveComeNearestFirst() {
        ReportRow.addAll(
                em,
                LongStream.rangeClosed(1, 20)
                        .mapToObj(id -> north(id, 210 - id * 10))
                        .toList());
        List<NearbyReport> five = nearby.find(HERE, "lighting");
        assertThat(five).extracting(NearbyReport::id).containsExactly(20L, 19L, 18L, 17L, 16L);
        assertThat(five).extracting(NearbyReport::metres).containsExactly(10, 20, 30, 40, 50);
    }

    private List<Long> found() {
        return nearby.find(HERE, "lighting").stream().map(NearbyReport::id).toList();
    }

    private ReportRow north(long id, double metres) {
        return ReportRow.of(id, HERE.lat() + metres * DEGREES_A_METRE, HERE.lon())
                .confirmed(now);
    }

    private ReportRow east(long id, double metres) {
        double shrunk = Math.cos(Math.toRadians(HERE.lat()));
        return ReportRow.of(id, HERE.lat(), HERE.lon() + metres * DEGREES_A_METRE / shrunk)
                .confirmed(now);
    }
}
